import type { PreparationWords } from './preparationWords.ts';

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const preparationEn: PreparationWords = {
  preparation: {
    title: (number) => `${number}: prepare the notice to the authority`,
    kinds: {
      first: 'First notice',
      'follow-up': 'Follow-up notice',
      final: 'Final notice',
      correction: 'Correction',
      withdrawal: 'Withdrawal',
    },
    notice: 'Next',
    authority: 'Authority',
    why: 'Why this authority?',
    also: 'Also to be notified',
    noPage: 'No page of its own was found. Please ask the authority.',
    checked: 'Last checked',
    form: 'Form of the authority',
    traps: 'Mind this',
    sendsNothing: 'Nothing is sent from here. You notify the authority yourself and record it here afterwards.',
    missing: (now, later, beingClarified) => {
      if (now + later === 0)
        return beingClarified > 0 ? 'What is missing is being clarified already.' : 'Nothing is missing any more.';
      if (now === 0)
        return `Everything is there for this notice. For a complete one, ${counted(later, 'entry is', 'entries are')} missing.`;
      const rest = later === 0 ? '' : ` Until it is complete, ${later} more.`;
      return `${counted(now, 'entry is', 'entries are')} still missing for this notice.${rest}`;
    },
    mayBeIncomplete: (isGdpr) =>
      `You may notify with gaps and fill them later${isGdpr ? ' (Art. 33(4) GDPR)' : ''}. Do not let the deadline pass only because something is missing.`,
    proposed: (count) =>
      count === 1
        ? '1 entry is only proposed from the case. Please read it before you notify.'
        : `${count} entries are only proposed from the case. Please read them before you notify.`,
    neededNow: 'Missing',
    neededLater: 'Missing for a complete notice',
    beingClarified: 'Being clarified',
    clarifiedBy: (owner, due) => `${owner}, by ${due}`,
    next: 'Fill in what comes next',
    pages: 'All pages of the notice',
    fill: 'Open',
    pageState: (missing, proposed) => {
      const parts = [
        missing === 0 ? '' : `${missing} missing`,
        proposed === 0 ? '' : counted(proposed, 'proposal', 'proposals'),
      ].filter((part) => part !== '');
      return parts.length === 0 ? '✓' : parts.join(', ');
    },
    others: 'Other notices in this case',
    files: 'Draft as files',
    page: (number, label) => `${number}: ${label}`,
    intro: 'What you do not know you leave empty: an empty field changes nothing.',
    stillOpen: {
      label: 'What is still to be determined?',
      hint: 'The notice then says so. Name below who finds it out and until when; Fristwacht reminds them.',
    },
    owner: { label: 'Who finds it out?' },
    dueBy: { label: 'Until when?' },
    back: 'To the overview of the notice',
  },
};
