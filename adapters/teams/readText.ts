import { z } from 'zod';
import type { Lang } from '../../src/law/sources.ts';
import type { Activity } from './activity.ts';

const mention = z.object({ type: z.literal('mention'), text: z.string().min(1) });
const clientInfo = z.object({
  type: z.literal('clientInfo'),
  locale: z.string().optional(),
  timezone: z.string().max(100).optional(),
});

/** What somebody wrote, without the mentions of the bot that Teams needs in a channel. */
export function textOf({ text, entities }: Activity): string {
  const mentions = (entities ?? []).flatMap((entity) => mention.safeParse(entity).data?.text ?? []);
  const rest = mentions.reduce((left, named) => left.replaceAll(named, ' '), text ?? '');
  return plainText(rest.replaceAll(/<at[^>]*>[^<]*<\/at>/gi, ' '));
}

/** Teams sends every message also as HTML and every card as an attachment; what is left are files. */
export const filesOf = ({ attachments }: Activity): number =>
  (attachments ?? []).filter(({ contentType }) => {
    const type = contentType ?? '';
    return type !== 'text/html' && !type.startsWith('application/vnd.microsoft.card') && type !== 'messageReference';
  }).length;

/** The language of the person's client, where it names one. */
export function languageOf({ locale, entities }: Activity): Lang | undefined {
  const named = locale ?? (entities ?? []).flatMap((entity) => clientInfo.safeParse(entity).data?.locale ?? [])[0];
  if (named === undefined) return undefined;
  return /^de\b/i.test(named) ? 'de' : 'en';
}

/** The zone of the person's clock, where their client names one that exists. */
export function zoneOf({ localTimezone, entities }: Activity): string | undefined {
  const named = (entities ?? []).flatMap((entity) => clientInfo.safeParse(entity).data?.timezone ?? [])[0] ?? localTimezone;
  return typeof named === 'string' && isZone(named) ? named : undefined;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A message as Teams keeps it, as text: paragraphs become lines, signs are what they stand for. */
export const htmlText = (html: string): string =>
  plainText(
    html
      .replaceAll(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, '\n')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&#(x?[0-9a-f]{1,6});/gi, (whole, number: string) => signOf(number) ?? whole),
  );

function signOf(number: string): string | undefined {
  const point = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
  return Number.isInteger(point) && point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : undefined;
}

const plainText = (text: string): string =>
  text
    .replaceAll(/&(amp|lt|gt|quot|apos|nbsp);/g, (whole, name: string) => NAMED[name] ?? whole)
    .replaceAll('\u00A0', ' ')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
