import type { Lang } from '../law/sources.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { canonicalJson } from '../register/canonicalJson.ts';

/**
 * Tells two things shown apart, without keeping what was shown: 64 bits over the canonical text. It guards nothing; two
 * prompts that met by chance would cost one redraw.
 */
export const fingerprint = (prompt: Prompt, language: Lang): string => digest(canonicalJson({ prompt, language }));

/** Two independent lanes of FNV-1a over UTF-16 code units, as 16 hexadecimal digits. Not for secrets. */
export function digest(text: string): string {
  let [one, other] = [0x81_1c_9d_c5, 0x9d_c5_81_1c];
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    one = Math.imul(one ^ unit, 0x01_00_01_93);
    other = Math.imul(other ^ unit ^ (place & 0xff), 0x85_eb_ca_6b);
    other ^= other >>> 15;
  }
  return [one, other].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
