// Laws that name no hours (DSG-EKD: "unverzüglich"; Art. 24 FADP: "so rasch als möglich"). A period nobody enacted is never a deadline here:
// nothing is overdue, no reasons for a delay are asked. But people need a mark to plan by, and the one everybody knows is that of the GDPR.
import { gdpr, openQuestion } from '../../law/sources.ts';
import type { Statement } from './notify.ts';

export const PRACTICE_TARGET_HOURS = 72;

export const practiceTarget: Statement = {
  id: 'art33/practice-target',
  says: {
    de: 'Als Ziel der Praxis dienen 72 Stunden nach Kenntnis, wie nach der DSGVO. Eine gesetzliche Frist ist das nicht: Früher ist besser, und danach bleibt die Pflicht.',
    en: 'As a target of practice serve 72 hours after awareness, as under the GDPR. It is no statutory limit: earlier is better, and the duty stays afterwards.',
  },
  cites: [gdpr(33, 1), openQuestion('Q-31')],
};
