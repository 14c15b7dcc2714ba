import type { Lang } from '../law/sources.ts';
import type { Platform } from '../organisation.ts';
import type { Prompt } from '../prompt/prompt.ts';

/** What a platform sent, verified and made neutral by its adapter. */
export type Inbound = {
  readonly platform: Platform;
  /** The platform's id of this message or press; the same again when it is delivered twice. */
  readonly id: string;
  /** The platform's account of the verified sender, and the name it shows for them. */
  readonly account: string;
  readonly name: string;
  /** The language the platform says the person uses, if it does. */
  readonly language?: Lang;
  /** Direct: only this person reads along. In a channel an answer goes to that person alone. */
  readonly place: 'direct' | 'channel';
  /** No member of the organisation: a guest, or somebody from another one. They are told whom to turn to, and nothing else. */
  readonly outsider?: true;
  /** What the sender may do hangs on the platform, which could not be asked; they may do what everybody may. */
  readonly rightsUnknown?: true;
  readonly content: InboundContent;
};

export type InboundContent =
  | { readonly type: 'text'; readonly text: string; readonly files: number }
  /** A button: verb and data as the card carried them, inputs as typed. Nothing of it is trusted. */
  | {
      readonly type: 'press';
      readonly verb: string;
      readonly data: Readonly<Record<string, string>>;
      readonly inputs: Readonly<Record<string, string>>;
    };

/** What goes back to this person at once, in this language; whatever others must see follows from the register. */
export type Answer = { readonly language: Lang; readonly prompts: readonly Prompt[] };
