// Every sentence in English. The law keeps the words of the GDPR.
import type { ActionData } from '../prompt/action.ts';
import type { LastWorkingHour } from '../prompt/channelPrompts.ts';
import type { Contact } from '../prompt/prompt.ts';
import { fieldsEn, formsEn } from './formsEn.ts';
import { localParts, longOffset, offsetText, spanOf, zoneName } from './moments.ts';
import { organisationEn } from './organisationEn.ts';
import { preparationEn } from './preparationEn.ts';
import { recipientName } from './recipients.ts';
import { refusalsEn } from './refusalsEn.ts';
import type { FormWords, Words } from './words.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const moment: Words['moment'] = (at, zone) => {
  const { year, month, day, hour, minute, weekday } = localParts(at, zone);
  return `${WEEKDAYS[weekday] ?? ''} ${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}, ${hour}:${minute}`;
};

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const WHOLE_MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const longMoment: Words['longMoment'] = (at, zone) => {
  const { year, month, day, hour, minute, weekday } = localParts(at, zone);
  return `${DAYS[weekday] ?? ''} ${Number(day)} ${WHOLE_MONTHS[Number(month) - 1] ?? ''} ${year}, ${hour}:${minute}`;
};

const joined = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names);

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

function spanText(hours: number): string {
  const span = spanOf(hours);
  if (span.hours === 0) return span.minutes === 0 ? 'less than 1 min' : `${span.minutes} min`;
  return span.hours >= 24 || span.minutes === 0 ? `${span.hours} h` : `${span.hours} h ${span.minutes} min`;
}

function overdueText(hours: number): string {
  const { days } = spanOf(hours);
  return days >= 3 ? `overdue for ${days} days` : `overdue for ${spanText(hours)}`;
}

const dutyKindOf = (data: ActionData): string => data['duty']?.split(':')[0] ?? '';

const NOTICE_BUTTONS: Readonly<Record<string, string>> = {
  'art33-1': 'Record notification',
  'art33-2': 'Record notice to controller',
  'art33-4': 'Record follow-up',
  'art34-1': 'Record communication',
};

const risks: Words['risks'] = {
  unlikely: 'unlikely',
  low: 'low',
  risk: 'present, not high',
  high: 'high',
};

/** By telephone where there is one, else by e-mail; a contact may be known by name alone, or not at all. */
function reaching({ name, phone, email }: Contact, politely: string, soon: string): string {
  const named = (way: string): string => (name === '' ? way : `${way} (${name})`);
  if (phone !== '') return `${politely} call${soon}: ${named(phone)}.`;
  if (email !== '') return `${politely} write${soon} to: ${named(email)}.`;
  return name === '' ? `${politely} tell the data protection office${soon}.` : `${politely} turn${soon} to: ${name}.`;
}

const hintAnswers: Words['hintAnswers'] = {
  incident: {
    'wrong-recipient': 'Sent to the wrong people',
    'lost-or-stolen': 'Lost or stolen',
    attack: 'Attack or malware',
    'seen-by-others': 'Visible to the wrong people',
    'not-available': 'Data missing or wrong',
    other: 'Something else',
  },
  contained: { yes: 'Yes, stopped', no: 'No, still going on', unknown: 'I do not know' },
  concerned: {
    customers: 'Customers',
    employees: 'Employees',
    'patients-or-children': 'Patients or children',
    others: 'Others',
    unknown: 'I do not know',
  },
};

const FREE_TIME: Readonly<Record<LastWorkingHour['before'], string>> = {
  night: 'the night',
  weekend: 'the weekend',
  dayOff: 'the day off',
  daysOff: 'the days off',
};

const ERASABLE: Readonly<Record<string, string>> = {
  report: 'Report',
  reporterName: 'Name of the reporting person',
  informant: 'Who passed it on',
  addition: 'Addition',
  authorName: 'Name beside it',
  dataSetName: 'Name of the data set',
  reasons: 'Reasons',
  timeSource: 'Source of a time',
  decidedBy: 'Who decided',
  dpoAdvice: 'Advice of the data protection officer',
  noticeTo: 'Recipient of the notice',
  noticeMeans: 'Means of the notice',
  noticeReference: 'Reference',
  noticeMissing: 'What was still missing',
  reasonsForDelay: 'Reasons for the delay',
  facts: 'Facts',
  effects: 'Effects',
  remedialAction: 'Remedial action',
  measure: 'Measure',
  owner: 'Owner',
  note: 'Note',
  question: 'Question',
  askedPerson: 'Who was asked',
  answer: 'Answer',
  noticeField: 'Detail for the notice',
  noticeProof: 'Proof of sending',
  measureEffect: 'Effect of a measure',
};

export const en: Words = {
  language: 'en',

  moment,
  longMoment,
  longMomentWithOffset: (at, zone) =>
    [longMoment(at, zone), zoneName(at, zone, 'en-GB'), `(${offsetText(at, zone)})`].filter((part) => part !== '').join(' '),
  momentWithOffset: (at, zone) => `${moment(at, zone)} (${offsetText(at, zone)})`,
  typedMoment: ({ year, month, day, hour, minute }) => `${year}-${month}-${day} ${hour}:${minute}`,
  typedMomentWithOffset: (at, zone) => `${en.typedMoment(localParts(at, zone))} ${longOffset(at, zone)}`,
  momentPlaceholder: '2026-11-23 17:40',
  typedInZone: (zone) => `The times you type count in the time zone ${zone}. Times shown are in your own.`,
  hoursLeft: (hours) => (hours < 0 ? overdueText(hours) : `${spanText(hours)} left`),

  duties: {
    'art33-5': { name: 'Documentation (Art. 33(5) GDPR)', short: 'Documentation', done: 'fully documented' },
    'art33-1': {
      name: 'Notification of the supervisory authority (Art. 33(1) GDPR)',
      short: 'Notification of the authority',
      done: 'notified',
    },
    'art34-1': {
      name: 'Communication to the persons concerned (Art. 34(1) GDPR)',
      short: 'Communication to the persons concerned',
      done: 'persons informed',
    },
    'art33-2': { name: 'Notice to the controller (Art. 33(2) GDPR)', short: 'Notice to the controller', done: 'controller told' },
    'art33-4': { name: 'Follow-up notification (Art. 33(4) GDPR)', short: 'Follow-up notification', done: 'follow-up sent' },
    neighbour: { name: 'Report under another law', short: 'Another report', done: 'sent' },
    'neighbour-question': { name: 'Question on another duty to report', short: 'Another duty to report?', done: 'answered' },
  },
  statuses: {
    owed: 'owed, by the assessment',
    presumed: 'presumed as a precaution, because facts are missing',
    'not-owed': 'not owed by the assessment – decision missing',
  },
  recipient: (kind, id) => recipientName(kind, id, 'en'),
  ends: {
    notice: (kind, at) => `done: ${en.duties[kind].done}, recorded ${at}`,
    record: (kind, at) => `done: ${en.duties[kind].done}, ${at}`,
    decision: (_kind, at) => `ended by decision, recorded ${at}`,
    'never-applied': (_kind, at) => `never applied, by role or profile, found ${at}`,
    answered: (kind, at) => (kind === 'neighbour' ? `ended: does not apply here, recorded ${at}` : `answered, recorded ${at}`),
    joined: (_kind, at) => `continues in the main case, joined ${at}`,
  },
  owedBy: (kind, name) => `${kind === 'art33-2' ? 'Processor' : 'Controller'}: ${name}`,
  to: (recipient) => `To: ${recipient}`,
  dueBy: (due, left) => `Without undue delay, at the latest ${due}${left === undefined ? '' : ` (${left})`}`,
  withoutDelay: 'Without undue delay; no fixed number of hours',
  sendIncomplete: 'Not everything settled? Notify now what you know, and supply the rest later.',
  target: (due) => `Target: complete by ${due} (good practice, no statutory deadline)`,
  noStatutoryPeriod: 'No statutory period; best kept as you go',
  basis: {
    precautionary: (start) => `Precautionary deadline from ${start}; not an admission of awareness`,
    awareness: (start) => `Deadline from awareness on ${start}`,
    event: (start) => `The clock runs from ${start}`,
  },
  earlierDeadline: (due) => `Earlier deadline, kept on record: ${due}`,
  neighbours: {
    notAnswered: 'not answered yet',
    answerSoon: 'Please settle it soon: short deadlines of its own may depend on it',
    owed: 'owed, because the rule applies',
    heading: 'Other duties to report',
    startsAt: 'Clock from',
    answers: { applies: 'Yes, it applies', 'not-applicable': 'No, it does not apply', unknown: 'Not known yet' },
  },

  caseStatuses: { open: 'open', closed: 'closed', joined: 'joined with another case', erased: 'closed, content erased' },
  risks,
  riskWhileOpen: (risk) => (risk === 'unlikely' ? risks.unlikely : `${risks[risk]}, not ruled out yet`),
  incidents: {
    'wrong-recipient': 'Sent to the wrong people',
    'lost-or-stolen': 'Loss or theft',
    attack: 'Attack',
    'seen-by-others': 'Visible to the wrong people',
    'not-available': 'Data missing or wrong',
    other: 'Other incident',
  },
  incidentUnknown: 'Kind not known yet',
  hintQuestions: {
    incident: 'What fits best?',
    contained: 'Has it been stopped?',
    concerned: 'Whose data are they mostly?',
  },
  hintNames: { incident: 'Kind', contained: 'Stopped', concerned: 'People affected' },
  hintAnswers,
  decisions: {
    awareness: 'Time of awareness',
    'no-breach': 'No personal data breach',
    exception: 'Exception from informing the persons concerned',
    'not-notifying': 'No notification or communication',
  },
  grounds: {
    'art34-3-a': 'The data were unintelligible to outsiders (Art. 34(3)(a) GDPR)',
    'art34-3-b': 'Later measures have averted the high risk (Art. 34(3)(b) GDPR)',
    'art34-3-c': 'Disproportionate effort; a public communication instead (Art. 34(3)(c) GDPR)',
    'bdsg-29': 'A duty of secrecy prevails after weighing (§ 29(1) BDSG)',
  },
  times: {
    occurred: 'Incident happened',
    noticed: 'Noticed',
    signIgnored: 'Clear sign that nobody followed up',
    investigationBegan: 'Investigation began',
    certain: 'Reasonably certain that data are affected',
    reported: 'Reported internally',
    toldByProcessor: 'Told by the processor',
  },
  sources: {
    self: 'self-reported',
    telephone: 'Telephone',
    email: 'E-mail',
    letter: 'Letter',
    'in-person': 'In person',
    other: 'Another way',
  },
  roles: {
    controller: 'Controller',
    joint: 'Joint controller',
    processor: 'Processor',
    processorForJoint: 'Processor for several joint controllers',
    subProcessor: 'Sub-processor (for another processor)',
    unknown: 'Not known yet',
  },
  specialChoices: { any: 'No matter which', all: 'All duties named', new: 'New data set' },
  dataSetName: (label) => label || 'First data set',
  drill: 'Drill. This is not a real case.',
  labels: {
    state: 'State',
    reported: 'Reported',
    noticed: 'Noticed',
    risk: 'Risk to people',
    openFacts: 'Open facts',
    measures: 'Open measures',
    awaiting: 'Awaiting confirmation',
    joinedNumbers: 'Joined with',
    mainNumber: 'Continues as',
    onIt: 'In hand',
    asOf: 'Shown as of',
    contact: 'Contact',
    ruleSet: 'Rule set',
    why: 'Why it matters',
    recordedAt: 'Recorded',
    retainedUntil: 'Kept until',
    head: 'Check value',
  },
  head: (hash, entries) => `${hash} (${counted(entries, 'entry', 'entries')})`,
  headMeans: 'The check value shows later that nothing was changed. You need not do anything with it.',
  erased: {
    means: 'The content of this case is erased for good. Number, times, duties and check values remain.',
    keptOn: (platforms) =>
      `In ${platforms.join(' and ')} I cannot take my earlier messages away myself. They hold no text of the case any more. If they are to vanish altogether, please have them removed there.`,
    leftOn: (platforms) =>
      `Messages of mine about this case still stand in ${platforms.join(' and ')}, although something was erased. For a week I could not take them away there. Please have them removed by hand.`,
  },
  platforms: { slack: 'Slack', teams: 'Teams', desk: 'the page for trying out' },
  endOfYear: (year) => `until the end of ${year}`,
  openFacts: (count) =>
    count === 0 ? 'none' : counted(count, 'fact can still change something', 'facts can still change something'),
  awaitingConfirmation: (count) => counted(count, 'decision', 'decisions'),
  onItUntil: (until, name) => `${name ?? 'Somebody'} is on it until ${until}`,
  nobodyOnIt: 'nobody entered yet',
  rulesContradict:
    'Two rules of Fristwacht contradict each other in this case. The stricter result stands, and no duty falls away by it. Check the assessment yourself, and tell whoever looks after Fristwacht.',
  dutiesHeading: 'Duties',
  noDuties: 'No duty is open at present.',

  buttons: {
    home: () => 'Start',
    openReport: () => 'Report a suspicion',
    report: () => 'Report',
    openAddition: () => 'Add something',
    addToReport: () => 'Send addition',
    giveHint: ({ hint, answer }) => hintAnswerLabel(hint, answer),
    myReports: () => 'My reports',
    answerQuestion: () => 'Send answer',
    openCases: () => 'Open cases',
    openCase: () => 'Open case',
    triage: () => 'Settle the facts',
    dataSets: () => 'Data sets',
    prepareNotice: () => 'Prepare the notice',
    answerNotice: () => 'Record and go on',
    answerFact: () => 'Answer',
    chooseFact: () => 'Correct a fact',
    openFact: () => 'Correct',
    correctFact: () => 'Record correction',
    assessment: () => 'See assessment',
    acknowledge: ({ hours }) => acknowledgeLabel(hours),
    openForm: (data) => openFormLabel(data),
    submitForm: ({ form }) => formWords(form)?.submit ?? 'Record',
    confirmDecision: () => 'Confirm decision',
    tellReporter: ({ outcome }) => tellReporterLabel(outcome),
    looks: () => 'Who looked?',
    registerLooks: () => 'Looks at the register',
    status: () => 'Is Fristwacht running?',
    digest: () => 'What is open today',
    export: () => 'Export',
    backAgain: () => 'I am back',
  },
  pauseFurther: (hours) => (hours === 'tomorrow' ? 'tomorrow 09:00' : `${hours} h`),
  addTo: (number) => `Add to ${number}`,
  open: (number) => `Open ${number}`,
  newReport: 'Report a new suspicion',
  unknownAnswer: 'Nobody knows',
  readAndDecide: 'Read reasons and decide',
  reject: 'Reject',
  moreSteps: 'More steps',
  cancel: 'Back',

  home: {
    title: 'How can I help?',
    intro:
      'Has something gone wrong with data about people, or might it have? Say so here. A suspicion is enough, and you do not have to assess anything.',
    officeIntro: (openCases) => (openCases === 0 ? 'No case is open.' : counted(openCases, 'case is open.', 'cases are open.')),
    ownReports: (count) => counted(count, 'report of your own', 'reports of your own'),
  },
  reportForm: {
    title: 'Report a suspicion',
    intro: 'Two entries are enough. You can add everything else later.',
    factsOnly: 'Please keep to the facts: no blame, no names of the persons concerned.',
    text: { label: 'What happened?', hint: 'For example: a list of addresses went to the wrong recipient by e-mail.' },
    noticedAt: { label: 'When did you notice it?', hint: 'Roughly is fine. Left empty it means: now.' },
  },
  recorded: {
    report: { title: 'Suspicion recorded', text: 'The data protection office is taking care of it.' },
    addition: { title: 'Addition recorded', text: 'Thank you. It is now with the case.' },
    hint: { title: 'Hint recorded', text: 'Thank you. It helps with the next steps.' },
    answer: { title: 'Fact recorded', text: 'The assessment is up to date.' },
    correction: { title: 'Correction recorded', text: 'The earlier answer stays on record with the reasons.' },
    time: { title: 'Time recorded', text: 'Earlier entries and deadlines stay on record.' },
    dataSet: { title: 'Data set recorded', text: 'It gets questions of its own.' },
    noticeField: { title: 'Detail for the notice recorded', text: 'It stands in the next notice. It changes no duty.' },
    groupCounted: { title: 'Number of persons recorded', text: 'It stands in the next notice.' },
    measureExplained: { title: 'Measure explained', text: 'The risk it reduces stands in the next notice.' },
    authorityQuestion: {
      title: 'Question of the authority recorded',
      text: 'It is a task with the date the authority set; you are reminded of it.',
    },
    authorityAnswer: { title: 'Answer to the authority recorded', text: 'The task is done.' },
    toldInAdvance: { title: 'Call recorded', text: 'The notice itself is still owed.' },
    referenceReceived: { title: 'Reference number recorded', text: 'It stands in every further notice to this authority.' },
    secondOpinion: { title: 'Second opinion recorded', text: 'It stands in the assessment and takes no duty away.' },
    dataSetChanged: { title: 'Data set changed', text: 'Its answers still hold. The assessment is up to date.' },
    awareness: {
      title: 'Awareness recorded',
      text: 'The deadline runs from this time. The precautionary deadline stays on record.',
    },
    decision: { title: 'Decision recorded', text: 'Reasons and decider are part of the documentation.' },
    decisionAwaitingConfirmation: {
      title: 'Decision recorded, confirmation missing',
      text: 'It counts only once somebody entitled to decide confirms it. Until then deadlines and reminders continue.',
    },
    decisionConfirmed: { title: 'Decision confirmed', text: 'It counts from now on.' },
    neighbour: {
      title: 'Answer recorded',
      text: 'If the rule applies, every report due is now a duty of its own in the case. If it is still open, you are reminded daily.',
    },
    decisionPartlyConfirmed: {
      title: 'Confirmation recorded',
      text: 'The confirmation for another controller is still missing. Until then the decision does not count.',
    },
    decisionWithdrawn: { title: 'Decision withdrawn', text: 'It does not count. Deadlines and reminders go on.' },
    notice: { title: 'Recorded as sent', text: 'Keep the proof of receipt with the case.' },
    record: { title: 'Documentation complete', text: 'Facts, effects and remedial action are recorded.' },
    acknowledgement: {
      title: 'Recorded: you are on it',
      text: 'The deadline does not change.',
    },
    measure: { title: 'Measure planned', text: 'You will be reminded of it.' },
    measureFinished: { title: 'Measure finished', text: 'The result is with the case.' },
    questionAsked: { title: 'Question asked', text: 'The person sees only this question. The answer appears in the case.' },
    questionAnswered: { title: 'Answer recorded', text: 'Thank you. The data protection office sees it now.' },
    reporterTold: { title: 'Feedback recorded', text: 'The reporting person learns the outcome, but no details.' },
    exclusion: { title: 'Person excluded', text: 'They no longer see this case.' },
    readmission: { title: 'Person readmitted', text: 'They see this case again as far as their role allows.' },
    joined: { title: 'Cases joined', text: 'The earliest time counts. Both numbers stay valid.' },
    closed: { title: 'Case closed', text: 'It stays in the register and can be reopened.' },
    reopened: { title: 'Case reopened', text: 'Duties and reminders continue.' },
    retentionExtended: { title: 'Kept longer', text: 'You will be reminded in good time before the new end.' },
    textErased: {
      title: 'Text erased',
      text: 'It is gone for good. In its place stands that it was erased, and why. Please check older backups yourself.',
    },
    caseErased: {
      title: 'Content erased',
      text: 'It is gone for good. Number, times, duties and check values remain. My messages about it are being removed now where that is possible.',
    },
    nothingNew: { title: 'Already recorded', text: 'That was there before. Nothing has changed.' },
  },
  paused: {
    until: (moment) =>
      `Your reminders wait until ${moment}; after that I remind you again by myself. Deputy and management are told all the same when time runs short.`,
    cut: 'That is shorter than you chose: more than half of the time left should never pass without a reminder, and after a missed deadline it is two hours at most.',
  },
  warnings: {
    awarenessGap: (hours) =>
      `${Math.floor(hours)} hours lie between the first report and awareness. An authority will ask about them. Say in the reasons what was examined in that time.`,
    noticeLate:
      'The deadline had passed. The reasons for the delay belong in the notification (Art. 33(1), second sentence, GDPR).',
    followUpOpened: 'Information is still missing. The follow-up (Art. 33(4) GDPR) is now open as a duty of its own.',
    reportLate: 'The deadline had passed. Check whether the report itself must give the reasons.',
    reportOpened: 'Another report is now open as a duty of its own.',
    noticeIncomplete: 'Something is still missing. The duty stays open until the notice is complete.',
    dutiesNeverApplied: 'With this role, duties assumed so far do not exist any more. The case shows which.',
    againstAssessment: 'This decision departs from the assessment. That stays visible.',
  },
  receipt: {
    title: (number) => `Your report is recorded: ${number}`,
    thanks: 'Thank you. The data protection office is taking over.',
    noDisadvantage: 'Reporting will not put you at a disadvantage.',
    closed: 'This case is closed. If you think of anything else, write it all the same.',
    doNow: 'This helps now',
    pleaseDoNot: 'Please do not',
    optional: 'If you like',
    addLater: 'Something to add? Just write it here.',
  },
  advice: {
    'wrong-recipient': {
      doNow: [
        'Ask the recipient not to read or forward anything, and to delete it all.',
        'Ask them to confirm the deletion briefly in writing.',
        'Keep the message you sent.',
      ],
      pleaseDoNot: ['Do not forward the message, not even to show it.'],
    },
    'lost-or-stolen': {
      doNow: [
        'Call IT: they should lock the device and reset passwords.',
        'If it was stolen: report it to the police and keep the file number.',
        'Think of where you were last, and ask there.',
      ],
      pleaseDoNot: ['Do not put off the lock in the hope that the device turns up.'],
    },
    attack: {
      doNow: [
        'Take the device off the network: pull the cable, switch Wi-Fi off.',
        'Call IT, from another device.',
        'Note what the screen says and since when.',
      ],
      pleaseDoNot: ['Do not switch the device off; traces would be lost.', 'Do not click anything else, and do not pay.'],
    },
    'seen-by-others': {
      doNow: [
        'Close the access: end the sharing or switch the link off. If you cannot, call IT.',
        'Note since when and to whom the data were visible.',
      ],
      pleaseDoNot: ['Do not pass the link on, not even to show it.'],
    },
    'not-available': {
      doNow: ['Call IT and say what has been missing or wrong, and since when.', 'Note what cannot be done because of it.'],
      pleaseDoNot: ['Do not try to restore data yourself.'],
    },
    other: { doNow: ['Note what you know: when, where, which data.'], pleaseDoNot: [] },
  },
  adviceBeforeHints: {
    doNow: ['Note what you know: when, where, which data.', 'Stay reachable if you can.'],
    pleaseDoNot: [],
  },
  adviceContained: {
    yes: () => 'Good that it has been stopped. Leave everything as it is now.',
    no: (contact) => `It is still going on: ${reaching(contact, 'please', ' now')}`,
    unknown: (contact) => `If you think it is still going on: ${reaching(contact, 'please', '')}`,
  },
  adviceAlways: {
    doNow: [],
    pleaseDoNot: [
      'Do not delete anything on your side: no messages, no files, no logs.',
      'Do not write names of the persons concerned into this chat.',
    ],
  },
  ownReports: {
    title: 'Your reports',
    none: 'You have not reported anything yet.',
    entry: (reported, closed) => `reported ${reported}, ${closed ? 'closed' : 'being handled'}`,
  },
  whichCase: {
    title: 'Where does this belong?',
    intro: 'Your message is not recorded yet. Please choose where it belongs.',
    text: { label: 'Your message' },
  },
  personQuestion: {
    title: (number) => `A question for you about ${number}`,
    reminderTitle: (number) => `Still open: a question for you about ${number}`,
    intro: (asked) => `The data protection office asks (${asked}):`,
    factsOnly: 'Facts only please, and no names of the persons concerned. If you do not know, say so; that helps too.',
    answered: 'Answered. Thank you.',
    text: { label: 'Your answer' },
  },
  absence: {
    titles: {
      set: (until) => `Recorded: you are away until ${until}`,
      unchanged: (until) => `Recorded already: you are away until ${until}`,
      ended: () => 'Welcome back',
      notAway: () => 'You are not entered as away',
    },
    ended: 'From now on I remind you again. What fell due meanwhile comes in a moment, in one message for each case.',
    notAway: 'Nothing has changed: reminders come to you.',
    standIn: (names, role) =>
      ({
        dpo: `Until then your reminders go to ${joined(names)}.`,
        deputy: `Until then ${joined(names)} will be there. Meanwhile nobody turns to you as the deputy.`,
        decider: `Until then I ask ${joined(names)} for confirmations.`,
        management: `Until then I inform ${joined(names)}.`,
      })[role],
    nobody: (role) =>
      ({
        dpo: 'Nobody stands in for you all the time. So your reminders come to you all the same whenever nobody is there, and management is told. It will not be silent.',
        deputy:
          'Beside you nobody is there all the time. So reminders come to you all the same whenever nobody is there, and management is told.',
        decider: 'Nobody can stand in for you all the time. So I go on asking you for confirmations.',
        management: 'Nobody else of management is there all the time. So urgent messages go on coming to you.',
      })[role],
    afterwards: 'When you are back you are told what is open, in one message for each case.',
    deadline: (number, dueBy) => `A deadline falls into this time: ${number}, ${dueBy} at the latest.`,
    deadlineAlone: (number, dueBy) =>
      `The deadline of ${number} passes in this time (${dueBy}), and nobody stands in for you. Please settle beforehand who takes it on.`,
  },
  outcomes: {
    'being-handled': {
      title: 'Your report is being handled',
      text: 'Thank you for telling us. We are taking care of it. There is nothing you need to do right now.',
    },
    handled: {
      title: 'Your report has been handled',
      text: 'Thank you for telling us. Everything necessary has been done. We cannot give details here.',
    },
    'no-breach': {
      title: 'Your report has been examined',
      text: 'It was not a data breach. Reporting it was right all the same: better one report too many than one too late.',
    },
  },

  details: {
    report: 'Report',
    by: (name, source) => `${name} (${source})`,
    toldAt: (at, informant) => (informant === '' ? `Told ${at}` : `Told ${at} by ${informant}`),
    additions: 'Additions',
    dataSets: 'Data sets',
    answers: 'Facts',
    times: 'Times',
    decisions: 'Decisions',
    notices: 'What was sent',
    record: 'Documentation (Art. 33(5) GDPR)',
    measures: 'Measures',
    questions: 'Questions to people',
    reasons: 'Reasons',
    source: 'Source',
    decidedBy: 'Decided by',
    dpoAdvice: 'Advice of the data protection officer',
    awaitsConfirmation: 'Does not count yet: confirmation missing',
    to: 'To',
    means: 'Means',
    reference: 'Reference',
    missing: 'Still missing then',
    reasonsForDelay: 'Reasons for the delay',
    late: 'after the deadline',
    facts: 'Facts',
    effects: 'Effects',
    remedialAction: 'Remedial action',
    owner: 'In charge',
    dueBy: 'By',
    finished: (at) => `✓ finished ${at}`,
    note: 'Note',
    unanswered: 'No answer yet',
    recordedAt: 'Recorded',
    sentAt: 'Sent',
    askedOf: (name, asked) => `Question to ${name}, ${asked}`,
    answeredBy: (name) => `Answer by ${name}`,
  },
  shortened: '… shortened',
  moreEntries: (count) => counted(count, 'more entry, shortened here', 'more entries, shortened here'),
  caseList: { title: (count) => (count === 0 ? 'Open cases' : `Open cases (${count})`), none: 'No case is open.' },
  question: {
    title: (number) => `${number}: question`,
    correcting: (number) => `${number}: correct a fact`,
    about: (dataSet) => `Data set: ${dataSet}`,
    before: (answer) => `Answer so far: ${answer}`,
    open: (count) =>
      count <= 1
        ? 'This is the last question that can still change something.'
        : `At most ${count} questions to go, this one included.`,
    answer: { label: 'New answer' },
    reasons: { label: 'Why is it corrected?', hint: 'The answer so far stays on record with this reason.' },
  },
  factList: {
    title: (number) => `${number}: facts`,
    intro: 'Which fact is no longer right?',
    none: 'There are no facts yet.',
    unasked: 'Nobody is asked for this. Record it as soon as an authority comes to you with it.',
    notRecorded: 'not recorded yet',
    record: 'Record',
  },
  awarenessProposal: {
    proposed: (moment) => `Proposal: ${moment}.`,
    basis: (time, source) => `It rests on: “${time}”${source === '' ? '' : `, source: ${source}`}.`,
    yours: 'This is the earliest time that can be defended. You can change it; a later one needs good reasons.',
  },
  dataSetList: {
    title: (number) => `${number}: data sets`,
    intro: 'Who has which role for these data decides who must report what to whom.',
    part: 'Our role',
    controller: 'Controller',
    jointWith: 'Jointly with',
    notifier: 'Notifies by the arrangement',
    worksFor: 'On behalf of',
    residence: 'Persons concerned live in',
    law: 'Special law',
    add: 'Add a data set',
    change: 'Change',
  },
  assessment: {
    title: (number) => `${number}: assessment`,
    intro: 'This is how the rules read the facts so far. People have to decide.',
    reasons: 'Reasons',
    marks: '✓ holds, ✗ does not hold, ? still open.',
    contradiction: (says, dataSet) =>
      `Contradiction${dataSet === undefined ? '' : ` (${dataSet})`}: ${says} Please correct what is not right.`,
    roleOpen:
      'Our role is still open. Use “Settle our role” to record whether we are the controller or work for one. Until then the duties of both roles are presumed as a precaution.',
    contradictingRules: (first, second) => `Contradiction between the rules “${first}” and “${second}”.`,
    publicly: 'By a public communication (Art. 34(3)(c) GDPR).',
    hints: 'Good to know',
    hourReading: (end) =>
      `Under Reg. 1182/71 (the hour begun does not count): until ${end}. For information only; reminders follow the earlier deadline.`,
  },
  forms: formsEn,
  fields: fieldsEn,
  beside: {
    progressReport:
      'With anything written here, a final report (under NIS2, say) counts as a progress report; the final report stays open, with a new deadline.',
  },
  askForReference: 'Ask the authority for its reference number and enter it',
  factsOnly: 'Please keep to the facts: no blame, no names of the persons concerned.',
  ticked: 'Yes, that is so',
  choose: 'Please choose',
  lookAgain: (count) => (count === 1 ? 'Please look at one entry again.' : `Please look at ${count} entries again.`),
  faults: {
    missing: () => 'Something is missing here.',
    nameTaken: () =>
      'Another data set has this name already. Give this one a name of its own, or choose the other one above to change it.',
    notJoint: () =>
      'Only somebody who is controller here can notify. Choose one of the joint controllers, or add this one above.',
    worksForController: () =>
      'This is a controller of these data. Choose the processor that engaged you; if you work for the controller directly, your role is “Processor”.',
    otherController: () =>
      'For whom do you process? Choose the controller. If it is missing from the list, have it added to the configuration, or change the role.',
    tooLong: (_, longest) => `This is too long. Please shorten it to at most ${longest.toLocaleString('en')} characters.`,
    timeUnreadable: () => 'I cannot read this time. Please write it like this: 2026-11-23 17:40.',
    timeDoesNotExist: () => 'This time of day did not exist: the clocks went forward that night. Please check it.',
    timeExistsTwice: (candidates) =>
      `This time of day occurred twice, because the clocks went back. Which one is meant? ${candidates.join(' or ')}. Please write it exactly like that.`,
    timeInFuture: () => 'This time is in the future. Please check it.',
    chooseOne: () => 'Please choose one of the options.',
    unknownNumber: () => 'There is no such number. Please check it.',
    reasonsForDelay: () =>
      'The deadline had passed by then. Please give the reasons for the delay (Art. 33(1), second sentence, GDPR).',
    reasonsForLateReport: () => 'The deadline had passed by then. Please give the reasons for the delay.',
    reasonsForLater: () => 'This time is later than the first report. Please say why.',
    reasonsForRole: () => 'This changes who the controller is, or our role. Please say why.',
    confirmAgainstAssessment: () => 'The assessment says otherwise. Please tick the box if it was still decided this way.',
    beforeKnown: () => 'This time is before the first report. Please check it.',
    beforeTheLaw: () => 'This time is before 25 May 2018; the GDPR did not apply before. Please check the year.',
    beforeOccurred: ([occurred]) =>
      `This is before the incident${occurred === undefined ? '' : ` (${occurred})`}, and nobody can know of it before. Check day and time. If the incident began earlier, record that earlier time first.`,
    afterKnown: ([known]) =>
      `Somebody knew of it before${known === undefined ? '' : ` (${known})`}. If the incident began earlier, name the earlier time; if the other entry is wrong, correct that one first.`,
    unknownPerson: () => 'I do not know this person. Please choose somebody from the list.',
    numberUncalledFor: () => 'No number goes with this answer. Clear the field, or choose “exactly” or “about”.',
    beforeThat: () => 'This lies before what it answers. Please check day and time.',
    proofMissing: () =>
      'What shows that the notice arrived? Without proof it does not count as sent. If you were given nothing, keep a copy with the time and choose “own copy with the time”.',
    proofWithoutNumber: () => 'What is the reference number? If you have none yet, choose another proof below.',
    proofWithoutPlace: () => 'Where is the proof kept, or what does it say? For example: privacy mailbox, code 7F3K.',
    noticeKindUnfit: () =>
      'This does not fit the course: the first notice comes first, and one is final only where nothing is missing any more.',
    wholeNumber: () => 'Only a whole number fits here, 1200 for example. If you know it only roughly, say so in the field above.',
    numberInvalid: () => 'This is not a case number. Please write it like this: DP-2026-0001.',
    dayUnreadable: () => 'I cannot read this day. Please write it like this: 23.11.2026 or 2026-11-23.',
    untilUnreadable: () => 'I cannot read that. Please write it like this: Monday, tomorrow 09:00, or 2026-11-30 08:00.',
    untilPast: () => 'That time has passed already. Please name a later one.',
    untilTooFar: () => 'That is more than a year. For so long a time, please have the configuration changed.',
    confirmBeforeEnd: () =>
      'The case is still to be kept; until then an authority may ask for the record. Please tick the box if it is to be erased all the same.',
  },
  missingInput: 'Something is missing here.',
  unreadable: { duties: 'Open duties', earliest: 'No later than', none: 'The register lists none.' },
  reminders: {
    unreadable: {
      title: (number) => `Case not readable: ${number}`,
      text: 'Fristwacht cannot read this case at the moment. Please call technical support. The deadlines go on; if need be, notify the authority directly.',
    },
    new: {
      title: (title) => `New suspicion: ${title}`,
      text: 'Please look at it and settle the first facts. The precautionary deadline is running.',
    },
    step: { title: (title) => `Reminder: ${title}`, text: 'These duties are still open.' },
    overdue: {
      title: (title) => `Deadline passed: ${title}`,
      text: 'The duty remains. A late notification is better than none; the reasons for the delay belong in it.',
    },
    escalation: { title: (title) => `Passed on: ${title}`, text: 'These duties are still open.' },
    lastWorkingHour: {
      title: (title) => `Last working hour before the deadline: ${title}`,
      text: 'After it hardly anybody is there before the deadline. These duties are still open.',
    },
    investigation: {
      title: (title) => `Not decided yet: ${title}`,
      text: 'The suspicion has been investigated for more than a day. Please record from when there was awareness, or that there was no breach. Until then the precautionary deadline is running.',
    },
    decisionMissing: {
      title: (title) => `Decision missing: ${title}`,
      text: 'By the assessment nothing is owed here. Somebody still has to decide that and give reasons.',
    },
    noticeTask: { title: (title) => `Still open for the notice: ${title}`, text: 'Something still has to be done for a notice.' },
    measure: { title: (title) => `Measure due: ${title}`, text: 'A planned measure is still open.' },
    news: { title: (number) => `News: ${number}`, text: 'Somebody added something or answered a question. Please have a look.' },
    readyToClose: { title: (title) => `Ready to close: ${title}`, text: 'No duty and no measure is open any more.' },
    retention: {
      title: (title) => `Retention ends: ${title}`,
      text: 'Please decide: erase the content, or keep it longer with reasons. Nothing is erased by itself.',
    },
    channelGone: {
      title: (title) => `Channel cannot be reached: ${title}`,
      text: 'I can no longer write to the channel: it was archived or deleted, or I was removed from it. What belongs there I write to you.',
    },
  },
  escalation: {
    titles: {
      deputy: (title) => `Deputy told: ${title}`,
      management: (title) => `Management told: ${title}`,
      nobody: (title) => `Nobody stands behind: ${title}`,
    },
    because: {
      timeLeft: 'Not much time is left to the deadline.',
      deadline: 'The deadline has passed. The duty remains.',
      noMovement: 'Nothing has been recorded on this case for a while.',
      nobodyThere: 'Nobody of the data protection office is there at present.',
    },
    told: {
      deputy: 'So the deputy is reminded too from now on.',
      management: 'So management is told number, duty and time, and nothing else.',
      nobody:
        'Somebody else should hear of it now, but nobody can be reached for that. So only you know: please bring somebody in.',
    },
    management: {
      titles: {
        timeLeft: (number) => `Deadline is near: ${number}`,
        deadline: (number) => `Deadline has passed: ${number}`,
        noMovement: (number) => `Still open: ${number}`,
        nobodyThere: (number) => `Nobody there at present: ${number}`,
      },
      please:
        'Please see to it that somebody has the time and the means to take care of it now. The data protection office knows the details.',
    },
  },
  stillMissing: 'Still missing',
  moreQuestions: (count) => counted(count, 'more question', 'more questions'),
  missingThings: {
    role: 'Our part in a data set',
    awareness: 'The time of awareness',
    confirmation: 'The confirmation of a decision',
    answer: 'The answer of a person who was asked',
    neighbour: 'Whether another reporting duty applies',
  },
  noticeTasksHeading: 'To be done for the notice',
  noticeTasks: {
    controller: (count, due) =>
      count === 1
        ? `Find the contact of a controller: by ${due}`
        : `Find the contacts of ${count} controllers: the next by ${due}`,
    question: (count, due) =>
      count === 1
        ? `Answer a question of the authority: by ${due}`
        : `Answer ${count} questions of the authority: the next by ${due}`,
    field: (count, due) => (count === 1 ? `Find out one detail: by ${due}` : `Find out ${count} details: the next by ${due}`),
    reference: (count, due) =>
      count === 1 ? `Ask for the authority’s reference: by ${due}` : `Ask for ${count} references: the next by ${due}`,
  },
  channelsGone: (platforms) =>
    `In ${platforms.join(' and ')} the channel cannot be reached. That is why I write to you in person. Once it is back, I write there again.`,
  overtaken: (count) =>
    count === 1
      ? 'An earlier reminder could not be delivered. This one takes its place.'
      : `${count} earlier reminders could not be delivered. This one takes their place.`,
  lastWorkingHour: (before, dueBy, again) =>
    `The deadline ends ${dueBy}. This is the last working hour before ${FREE_TIME[before]}. The next working time begins ${again}.`,
  confirmation: {
    title: (number) => `Your confirmation is missing: ${number}`,
    intro: (decision, recorded) => `Recorded ${recorded}: ${decision}.`,
    notYet: 'The decision counts only with your confirmation. Until then the deadlines keep running.',
    concerns: 'Concerns',
    gap: (hours, earliestNamed, awareness) =>
      `${hours} hours lie between the earliest time named (${earliestNamed}) and awareness (${awareness}). An authority will ask about them. Check whether the reasons explain this.`,
    against: 'This decision departs from the assessment. Check whether the reasons support that.',
    notAgainst: 'The assessment says the same.',
  },
  erasable: (kind, at, excerpt) => `${ERASABLE[kind] ?? 'Text'} (${at}): “${excerpt}”`,
  retention: {
    until: (moment) => `This case is kept until ${moment}.`,
    configured: (reasons) => `Reason for this period: ${reasons}`,
    outcomes: {
      notified: 'notified',
      'not-notified': 'not notified, with reasons',
      'no-breach': 'no breach',
    },
    recorded: (outcome, years, until, reasons) =>
      `Retention (${outcome}): until the end of year ${years} after closing, with extensions until ${until}.${reasons === '' ? '' : ` Reason: ${reasons}`}`,
  },
  exporting: {
    title: (scope) => `Export: ${scope}`,
    span: (from, until) =>
      from === undefined && until === undefined
        ? 'all cases you may see'
        : `cases reported${from === undefined ? '' : ` from ${from}`}${until === undefined ? '' : ` until ${until}`}`,
    howTo: (until) => `Open the link in your browser and enter the code there. Both work once, and only until ${until}.`,
    notice: (number) => `${number}: draft of the notice`,
    linkToNotice: 'Fetch the draft',
    noticeHolds:
      'You get a ZIP file, in German and English: DOCX, PDF, text, JSON and the answers in the order of the form of the authority. Nothing is notified by that.',
    link: 'Fetch the export',
    code: 'Code',
    holds: 'You get a ZIP file: the table for reading, the lines for checking, and the checker.',
    keepSafe:
      'Everything stands in it in plain text. Do not pass on link and code, and keep the file as carefully as the register.',
    again: 'Make a new link',
    posted: 'The file is now in the channel of the data protection office.',
    postedKeepSafe: 'Everything stands in it in plain text. Remove the file there as soon as nobody needs it any more.',
  },
  search: {
    title: 'Search the register',
    found: (count, more) =>
      count === 0
        ? more
          ? 'Nothing found up to here; there are older cases.'
          : 'Nothing found.'
        : `${counted(count, 'case', 'cases')} on this page${more ? '; there may be older ones' : ''}.`,
    more: 'Search on',
    again: 'New search',
  },
  ...organisationEn,
  ...preparationEn,
  dutyList: { title: 'Open duties', none: 'No duty is open.' },
  looks: {
    title: (number) => `${number}: who looked`,
    intro: 'Every look at a case is recorded, also one that was turned away.',
    registerTitle: 'Looks at the register',
    registerIntro: 'Lists, searches and attempts turned away that belong to no single case.',
    page: (page, pages) => `Page ${page} of ${pages}, the latest first.`,
    older: 'Show older ones',
    none: 'Nobody yet.',
    entry: (name, what, at, allowed) => `${name}: ${what}, ${at}${allowed ? '' : ' – turned away'}`,
    what: {
      home: 'start page',
      report: 'report',
      seeOwnReports: 'own reports seen',
      addToReport: 'addition',
      giveHint: 'hint given',
      answerQuestion: 'question answered',
      listCases: 'list of cases seen',
      openCase: 'case opened',
      triage: 'facts settled',
      assessment: 'assessment seen',
      factList: 'facts seen',
      answerFact: 'fact recorded',
      correctFact: 'fact corrected',
      recordTime: 'time recorded',
      dataSets: 'data sets viewed',
      prepareNotice: 'notice prepared',
      answerNotice: 'entry of the notice filled in',
      listControllers: 'list of controllers looked at or read in',
      recordDataSet: 'data set recorded',
      acknowledge: 'took it in hand',
      setAbsence: 'absence',
      recordDecision: 'decision recorded',
      withdrawDecision: 'decision withdrawn',
      seeDecision: 'decision seen',
      confirmDecision: 'decision confirmed',
      answerSecondOpinion: 'second opinion recorded',
      answerNeighbour: 'other duty to report settled',
      recordNotice: 'notice recorded',
      completeRecord: 'documentation completed',
      planMeasure: 'measure planned',
      finishMeasure: 'measure finished',
      askPerson: 'question asked',
      reportForAnother: 'reported for somebody',
      tellReporter: 'feedback given',
      excludePerson: 'exclusion changed',
      joinCases: 'cases joined',
      closeCase: 'case closed',
      reopenCase: 'case reopened',
      looks: 'list of looks seen',
      seeDuties: 'open duties seen',
      extendRetention: 'retention extended',
      eraseText: 'text erased',
      eraseCase: 'content erased',
      searchCases: 'register searched',
      registerLooks: 'looks at the register seen',
      seeStatus: 'status seen',
      seeDigest: 'daily overview seen',
      export: 'export asked for',
      exportTaken: 'export fetched',
    },
    other: 'access',
  },
  refusals: refusalsEn,
  pleaseNote: (what) => `Please note: ${what}`,
  inTheWay: 'Still open',
  given: 'This is what you wrote. Please copy it and send it again in a moment:',
  contactLine: ({ name, email, phone }) => [name, phone, email].filter((part) => part !== '').join(' · '),
};

function hintAnswerLabel(hint: string | undefined, answer: string | undefined): string {
  const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = hintAnswers;
  return answers[hint ?? '']?.[answer ?? ''] ?? 'Give a hint';
}

function formWords(form: string | undefined): FormWords | undefined {
  const forms: Readonly<Record<string, FormWords>> = formsEn;
  return forms[form ?? ''];
}

function openFormLabel(data: ActionData): string {
  if (data['form'] === 'notice') return NOTICE_BUTTONS[dutyKindOf(data)] ?? 'Record what was sent';
  if (data['form'] === 'dataSet' && data['dataSet'] !== undefined) return 'Settle our role';
  return formWords(data['form'])?.title ?? 'Open form';
}

function acknowledgeLabel(hours: string | undefined): string {
  if (hours === undefined) return 'I am on it';
  return hours === 'tomorrow' ? 'I am on it (until tomorrow 09:00)' : `I am on it (${hours} h)`;
}

function tellReporterLabel(outcome: string | undefined): string {
  if (outcome === 'being-handled') return 'Tell reporter: being handled';
  if (outcome === 'handled') return 'Tell reporter: handled';
  if (outcome === 'no-breach') return 'Tell reporter: no breach';
  return 'Tell reporter';
}
