// The forms of the data protection office in English.
import { severityFields } from './secondOpinions.ts';
import type { Words } from './words.ts';

export const fieldsEn: Words['fields'] = {
  ...severityFields('en'),
  controller: { label: 'Controller' },
  moment: { label: 'Time' },
  reasons: { label: 'Reasons' },
  decidedBy: { label: 'Who decided for the controller?', hint: 'Name or function.' },
  dpoAdvice: { label: 'What did the data protection officer advise?', hint: 'One sentence will do.' },
  duty: { label: 'Duty' },
  neighbour: { label: 'Which rule?' },
  neighbourAnswer: { label: 'Does it apply to this incident?' },
  neighbourVariant: { label: 'How grave is the incident?', hint: 'If this stays empty, the shortest period counts.' },
  againstAssessment: { label: 'The assessment says otherwise. It was still decided this way.' },
  ground: { label: 'Which exception?' },
  sentAt: { label: 'When was it sent?' },
  to: { label: 'To whom?' },
  means: { label: 'By what means?', hint: 'For example: online form, e-mail, letter.' },
  receivedAt: { label: 'When did it arrive?', hint: 'Left empty it means: now.' },
  spokeWith: { label: 'Whom did you speak to?', hint: 'Name or office, and the telephone number.' },
  question: { label: 'Which question?' },
  group: { label: 'Which group of persons?' },
  countKind: { label: 'How exact is the number?' },
  count: { label: 'How many persons?', hint: 'The number alone. Leave it empty if it is not known yet, or cannot be known.' },
  detail: { label: 'Explanation', hint: 'For example: only customers of the branch in Bonn.' },
  against: { label: 'Which risk does it reduce?', hint: 'For example: misuse of the passwords.' },
  effect: { label: 'What did it achieve?', hint: 'Leave it empty if that is not known yet.' },
  noticeKind: {
    label: 'Which notice is it?',
    hint: 'Left empty: the next one; where nothing is missing any more, the final one.',
  },
  reference: {
    label: 'Reference number',
    hint: 'If you have none yet, leave it empty. For notices to the authority you are asked for it until it is there.',
  },
  proof: { label: 'What proves that it was sent?', hint: 'Needed for notices to the authority. The reference number is enough.' },
  proofText: {
    label: 'Where is the proof kept?',
    hint: 'For example: PDF in the file, e-mail in the privacy mailbox with code 7F3K.',
  },
  missing: { label: 'What is still missing?', hint: 'Leave empty if it was complete. Otherwise you go on being reminded.' },
  decision: { label: 'Decision' },
  reasonsForDelay: { label: 'Reasons for the delay', hint: 'Why was it not possible earlier?' },
  facts: { label: 'Facts', hint: 'What happened when, which data, about how many people?' },
  effects: { label: 'Effects', hint: 'What does it mean for people, even if it has not happened yet?' },
  remedialAction: { label: 'Remedial action', hint: 'What was done, what is planned?' },
  time: { label: 'Which time?' },
  source: { label: 'How do you know?' },
  dataSet: { label: 'Data set' },
  label: { label: 'Name of the data set', hint: 'For example: customer file, personnel files.' },
  role: { label: 'Our role for these data' },
  jointWith: { label: 'Who is controller jointly with it?', hint: 'Choose all. Each of them has the duties for itself.' },
  notifier: {
    label: 'Who notifies by your arrangement?',
    hint: 'Art. 26 GDPR. May stay empty; the duty of the others stands.',
  },
  worksFor: { label: 'For which processor do you work?', hint: 'That is whom you tell of the breach.' },
  residence: {
    label: 'Where do the persons concerned live?',
    hint: 'Without a main establishment in the EEA the authority of each of these places is competent. Empty means: anywhere.',
  },
  profile: {
    label: 'Does a special law hold for these data?',
    hint: 'Only where it is another one than for the rest of what the controller does.',
  },
  text: { label: 'Text' },
  dueBy: { label: 'By when?' },
  owner: { label: 'Who takes care of it?' },
  measure: { label: 'Measure' },
  note: { label: 'Note' },
  person: { label: 'Person' },
  noticedAt: { label: 'When was it noticed?', hint: 'Roughly is fine. Left empty it means: now.' },
  toldAt: { label: 'When were you told?', hint: 'Left empty it means: now.' },
  informant: { label: 'By whom?', hint: 'Name or function. Only the data protection office sees this.' },
  number: { label: 'Case number', hint: 'For example: DP-2026-0001.' },
  keepUntil: { label: 'For how long?' },
  erasable: { label: 'Which text?' },
  beforeEnd: { label: 'It is still to be kept. It shall be erased all the same.' },
  caseStatus: { label: 'State' },
  openDuty: { label: 'Open duty' },
  incident: { label: 'Kind of incident' },
  awayUntil: {
    label: 'Until when are you away?',
    hint: 'For example: Monday, tomorrow 09:00, or 2026-11-30 08:00. A day alone means nine in the morning.',
  },
  openedFrom: { label: 'Reported from', hint: 'A day, for example: 2026-11-01.' },
  openedUntil: { label: 'Reported until', hint: 'A day; it counts.' },
  system: { label: 'Data set, controller or processor', hint: 'Part of the name is enough.' },
};

export const formsEn: Words['forms'] = {
  awareness: {
    title: 'Record awareness',
    intro:
      'From when was it reasonably certain that there was a personal data breach? The deadline runs from that time. The precautionary deadline stays on record.',
    submit: 'Record awareness',
    fields: {
      moment: { label: 'Time of awareness' },
      reasons: { label: 'Why this time?', hint: 'What was open before, and what settled it?' },
    },
  },
  noBreach: {
    title: 'Record: no breach',
    intro:
      'This ends all duties of this case under the GDPR. Other duties to report, such as NIS2, stay open. The reasons stay in the register.',
    submit: 'Record decision',
    fields: { reasons: { label: 'Why is there no breach?' } },
  },
  notNotifying: {
    title: 'Record decision not to notify',
    intro: 'This decision ends the duty. The reasons must stand up to a check by the authority.',
    submit: 'Record decision',
    fields: { reasons: { label: 'Why is nobody notified or informed?' } },
  },
  exception: {
    title: 'Record exception',
    intro: 'The persons concerned then need not be informed. The notification to the authority is not affected.',
    submit: 'Record decision',
    fields: { reasons: { label: 'Why does the exception apply?', hint: 'Say what proves it.' } },
  },
  neighbour: {
    title: 'Settle another duty to report',
    intro:
      'Beside the GDPR, other laws or contracts may ask for a report, often within hours. What it must contain you learn from whoever receives it; Fristwacht only reminds of the deadline.',
    submit: 'Record answer',
    fields: {
      moment: { label: 'From when does the clock run?', hint: 'Needed if it applies. Which moment counts stands with the rule.' },
      reasons: { label: 'Reasons', hint: 'Needed if it does not apply, or if the time is later than before.' },
      decidedBy: { label: 'Who decided this?', hint: 'Needed if it does not apply. Name or function.' },
    },
  },
  enisaOpinion: {
    title: 'Second opinion by ENISA 2013',
    intro:
      'Asked is only what the facts of the case do not say yet; everything may stay empty. The second opinion stands beside the assessment and takes no duty away.',
    submit: 'Record second opinion',
  },
  dskOpinion: {
    title: 'Second opinion by DSK short paper no. 18',
    intro: 'Estimate how severe and how likely a harm to people is. The second opinion takes no duty away.',
    submit: 'Record second opinion',
  },
  withdrawDecision: {
    title: 'Withdraw decision',
    intro: 'For a decision that is recorded and not confirmed. It then does not count; deadlines and reminders go on.',
    submit: 'Withdraw decision',
    fields: { reasons: { label: 'Why is it withdrawn or rejected?' } },
  },
  notice: {
    title: 'Record what was sent',
    intro: 'Record here what has already been sent. Fristwacht sends nothing itself.',
    submit: 'Record as sent',
  },
  reference: {
    title: 'Enter the reference number',
    intro: 'The authority keeps your notice under it. From then on nobody asks for it.',
    submit: 'Record the reference',
    fields: { reference: { label: 'Reference number of the authority' } },
  },
  toldInAdvance: {
    title: 'Called in advance',
    intro: 'A call in advance is no notice yet: the duty stays open, and the reminders go on.',
    submit: 'Record the call',
    fields: { toldAt: { label: 'When?' }, note: { label: 'What was said?', hint: 'May stay empty.' } },
  },
  authorityQuestion: {
    title: 'Question of the authority',
    intro: 'It gets a deadline of its own, and Fristwacht reminds of it until the answer is sent.',
    submit: 'Record the question',
    fields: {
      text: { label: 'What does the authority ask?' },
      receivedAt: { label: 'When did it arrive?' },
      dueBy: { label: 'Until when does it want the answer?', hint: 'If it set no deadline, name a target of your own.' },
      owner: { label: 'Who answers it?' },
    },
  },
  authorityAnswer: {
    title: 'Record the answer to the authority',
    intro: 'Fristwacht sends nothing itself. With the answer the reminder of this question ends.',
    submit: 'Record the answer',
    fields: {
      sentAt: { label: 'When was it answered?' },
      proofText: { label: 'What proves the answer?', hint: 'For example: transmission report in the file.' },
    },
  },
  countGroup: {
    title: 'Number of persons concerned',
    intro: 'One entry for each group; it can be changed at any time. The total stands on the page “Persons”.',
    submit: 'Record the number',
  },
  explainMeasure: {
    title: 'What a measure is for',
    intro: 'The notice says of each measure which risk it reduces and what it achieved.',
    submit: 'Record it',
    fields: { measure: { label: 'Which measure?' } },
  },
  completeRecord: {
    title: 'Complete documentation',
    intro: 'Every record must hold these three entries (Art. 33(5) GDPR).',
    submit: 'Complete documentation',
  },
  time: {
    title: 'Record a time',
    intro: 'An earlier time can bring the deadline forward. Nothing earlier is erased.',
    submit: 'Record time',
    fields: {
      source: { label: 'How do you know?', hint: 'For example: firewall log, call from the recipient.' },
      reasons: { label: 'Explanation', hint: 'One sentence will do.' },
    },
  },
  dataSet: {
    title: 'Add or change a data set',
    intro: 'Needed where the incident affects data of several controllers, or data for which our role differs.',
    submit: 'Save data set',
  },
  measure: {
    title: 'Plan a measure',
    intro: 'You are reminded until it is finished.',
    submit: 'Plan measure',
    fields: { text: { label: 'What is to be done?' } },
  },
  finishMeasure: {
    title: 'Finish a measure',
    intro: 'What came of it?',
    submit: 'Finish measure',
    fields: { note: { label: 'Result' } },
  },
  askPerson: {
    title: 'Ask somebody',
    intro: 'The person sees this one question and the number, not the case, and is reminded until they answer.',
    submit: 'Ask',
    fields: {
      person: { label: 'Whom do you ask?' },
      text: { label: 'Your question', hint: 'Please without names of the persons concerned.' },
    },
  },
  onBehalf: {
    title: 'Report for somebody',
    intro: 'For reports that came another way. What matters is when it was noticed and when you were told.',
    submit: 'Open case',
    fields: { text: { label: 'What happened?' }, source: { label: 'How did the report come?' } },
  },
  addToReport: {
    title: 'Add something',
    intro: 'It goes to the same case.',
    submit: 'Send addition',
    fields: { text: { label: 'What would you like to add?' } },
  },
  exclude: {
    title: 'Exclude a person',
    intro: 'For cases that concern a person themselves. They then no longer see this case.',
    submit: 'Exclude person',
    fields: { person: { label: 'Whom do you exclude?' } },
  },
  readmit: {
    title: 'Readmit a person',
    intro: 'The person sees the case again as far as their role allows.',
    submit: 'Readmit person',
    fields: { person: { label: 'Whom do you readmit?' } },
  },
  join: {
    title: 'Join with another case',
    intro: 'For duplicate reports. This case continues in the other one. The earliest time counts, both numbers stay.',
    submit: 'Join cases',
    fields: { number: { label: 'Number of the case that continues', hint: 'For example: DP-2026-0001.' } },
  },
  close: {
    title: 'Close case',
    intro: 'Possible once no duty and no measure is open.',
    submit: 'Close case',
    fields: { note: { label: 'Closing note', hint: 'May stay empty.' } },
  },
  reopen: {
    title: 'Reopen case',
    intro: 'The duties come back to life, and the reminders go on.',
    submit: 'Reopen case',
    fields: { reasons: { label: 'Why is it reopened?' } },
  },
  extendRetention: {
    title: 'Keep longer',
    intro: 'For example because an authority is still examining, or proceedings are under way. The reasons stay with the case.',
    submit: 'Extend retention',
    fields: { reasons: { label: 'Why longer?' } },
  },
  eraseText: {
    title: 'Erase a text',
    intro:
      'For texts that must not stand here, such as the name of a person concerned. The text is then gone for good. If joining cases copied it into another one, it is erased there as well.',
    submit: 'Erase text for good',
    fields: { reasons: { label: 'Why is it erased?', hint: 'Please do not repeat what it said.' } },
  },
  eraseCase: {
    title: 'Erase content',
    intro:
      'All texts, names and answers of this case, and of those joined with it, are then gone for good. Number, times, duties and check values remain.',
    submit: 'Erase content for good',
    fields: { reasons: { label: 'Why is it erased?', hint: 'For example: the retention has ended.' } },
  },
  absence: {
    title: 'I will be away',
    intro:
      'Deadlines keep running. While you are away your reminders go to whoever stands in; afterwards you are told everything in one message.',
    submit: 'Record',
  },
  export: {
    title: 'Export',
    intro:
      'One case, or all that were reported in a span of time. With nothing filled in: all you may see. The export is recorded.',
    submit: 'Export',
    fields: { number: { label: 'Case number', hint: 'Leave empty for a span of time.' } },
  },
  search: {
    title: 'Search the register',
    intro: 'Fill in what you know; what stays empty narrows nothing. The search is recorded.',
    submit: 'Search',
    fields: {
      number: { label: 'Case number' },
      text: {
        label: 'Words in the text',
        hint: 'All of them must occur. Report, additions, reasons and documentation are searched.',
      },
    },
  },
};
