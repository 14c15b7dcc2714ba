export type CommandLineLanguage = 'de' | 'en';

/**
 * The language of a person at a terminal, as POSIX tells it: LC_ALL goes before LC_MESSAGES, and both before LANG.
 * Everything that is not German is answered in English.
 */
export function preferredLanguage(env: Readonly<Record<string, string | undefined>>): CommandLineLanguage {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return locale !== undefined && /^de(?:[_.@-]|$)/i.test(locale) ? 'de' : 'en';
}
