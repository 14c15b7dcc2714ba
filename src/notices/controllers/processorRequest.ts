import type { Lang } from '../../law/sources.ts';
import type { Instant } from '../../rules/instant.ts';
import { paperWords } from '../../words/letters/paperWords.ts';
import { wordsOf } from '../../words/wordsOf.ts';
import type { NoticeDocument } from '../document.ts';

/** As controller: what we ask of our processor, until when (Art. 28(3)(f), Art. 33(2) GDPR). */
export function processorRequest(of: {
  readonly lang: Lang;
  readonly zone: string;
  readonly processor: string;
  readonly controller: string;
  readonly number: string;
  readonly until: Instant;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
}): NoticeDocument {
  const { lang, zone, processor, controller, number, until, contact } = of;
  const { request, notice } = paperWords[lang];
  return {
    title: request.title,
    lang,
    blocks: [
      { kind: 'heading', level: 1, text: request.title },
      { kind: 'paragraph', text: `${notice.labels.case}: ${number}` },
      { kind: 'paragraph', text: request.intro(processor, controller, wordsOf(lang).longMomentWithOffset(until, zone)) },
      { kind: 'list', items: request.asks },
      { kind: 'paragraph', text: request.why },
      { kind: 'heading', level: 2, text: notice.headings.contact },
      { kind: 'paragraph', text: [contact.name, contact.phone, contact.email].filter((part) => part !== '').join('\n') },
    ],
  };
}
