/** The three signs that make a mention, a link or a date in Slack's markup, in the order Slack asks for. */
export const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unescapeText = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/**
 * What somebody wrote in a message, as they wrote it: Slack sends it escaped, and wraps addresses, people and channels in signs of
 * its own. Kept plain in the case; whatever shows it escapes it again.
 */
export const plainFromSlack = (text: string): string =>
  text
    .split(/(<[^<>]*>)/u)
    .map((piece) => (piece.startsWith('<') && piece.endsWith('>') ? tokenText(piece.slice(1, -1)) : piece))
    .map(unescapeText)
    .join('');

function tokenText(token: string): string {
  const bar = token.indexOf('|');
  const [target, label] = bar < 0 ? [token, ''] : [token.slice(0, bar), token.slice(bar + 1)];
  if (target.startsWith('!date')) return label;
  if (target.startsWith('!')) return label === '' ? `@${target.slice(1).replace(/\^.*$/u, '')}` : withSign('@', label);
  if (target.startsWith('@')) return label === '' ? target : withSign('@', label);
  if (target.startsWith('#')) return label === '' ? target : withSign('#', label);
  const address = target.replace(/^mailto:/u, '');
  return label === '' || label === address || address.endsWith(`://${label}`) ? address : `${label} (${address})`;
}

const withSign = (sign: string, label: string): string => (label.startsWith(sign) ? label : `${sign}${label}`);
