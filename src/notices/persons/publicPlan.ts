import type { Lang } from '../../law/sources.ts';
import { paperWords } from '../../words/letters/paperWords.ts';
import type { NoticeDocument } from '../document.ts';

/** One way of telling the public: from when until when (days as people write them), and what proves it. */
export type PublicChannel = { readonly channel: string; readonly from: string; readonly until: string; readonly proof: string };

export type PublicPlan = {
  readonly reasons: readonly string[];
  readonly channels: readonly PublicChannel[];
  /** By the list of recipients, where there is one. */
  readonly reach?: { readonly individually: number; readonly unreachable: number };
};

/** For the file: why a public communication takes the place of letters, and how it reaches the persons equally well (Art. 34(3)(c) GDPR). */
export function publicPlan({ reasons, channels, reach }: PublicPlan, lang: Lang): NoticeDocument {
  const { plan } = paperWords[lang];
  return {
    title: plan.title,
    lang,
    blocks: [
      { kind: 'heading', level: 1, text: plan.title },
      { kind: 'paragraph', text: plan.law },
      { kind: 'heading', level: 2, text: plan.reasons },
      reasons.length === 0 ? { kind: 'paragraph', text: plan.noReasons } : { kind: 'list', items: reasons },
      ...(reach === undefined ? [] : [{ kind: 'paragraph', text: plan.reach(reach.individually, reach.unreachable) } as const]),
      { kind: 'heading', level: 2, text: plan.channels },
      channels.length === 0
        ? { kind: 'paragraph', text: plan.noChannels }
        : {
            kind: 'table',
            head: plan.head,
            rows: channels.map(({ channel, from, until, proof }) => [channel, from, until, proof]),
          },
      { kind: 'paragraph', text: plan.evidence },
    ],
  };
}
