// Every “no” in English: what happened, what it means, what to do next. Whom to ask is added on the card.
import type { Words } from './words.ts';

export const refusalsEn: Words['refusals'] = {
  noSuchCase: {
    title: 'There is no such case',
    means: 'The card may come from another register.',
    next: 'Open the list of open cases and choose it there.',
  },
  alreadyReported: {
    title: 'This report is already there',
    means: 'It is recorded; no second case is opened.',
    next: 'If you know more, add it to the report.',
  },
  caseClosed: {
    title: 'This case is closed',
    means: 'Nothing was changed.',
    next: 'The data protection office can reopen it, with a reason. Then it goes on.',
  },
  caseNotClosed: {
    title: 'This case is not closed yet',
    means: 'Retention and erasure are decided on after closing. Nothing was changed.',
    next: 'Close the case first. A single text can be erased already now.',
  },
  caseJoined: {
    title: 'This case continues under another number',
    means: 'It was joined with another one. Nothing was changed.',
    next: 'Open the other case and repeat the step there.',
  },
  textMissing: {
    title: 'The text is missing',
    means: 'Nothing has been recorded yet.',
    next: 'Say in a sentence or two what it is about.',
  },
  reasonsMissing: {
    title: 'The reasons are missing',
    means: 'Without reasons the step does not count. Nothing has been recorded yet.',
    next: 'Say briefly why, and send it again.',
  },
  deciderMissing: {
    title: 'It does not say who decided',
    means: 'The controller has to decide; the data protection officer advises. Nothing has been recorded yet.',
    next: 'Give a name or function, and send it again.',
  },
  momentInFuture: {
    title: 'This time is in the future',
    means: 'Only what has happened can be recorded.',
    next: 'Check date and time.',
  },
  beforeTheLaw: {
    title: 'This time is before 25 May 2018',
    means: 'The GDPR did not apply before that day, so none of its deadlines ran.',
    next: 'Check the year.',
  },
  beforeOccurred: {
    title: 'This time is before the incident',
    means: 'Nobody can know of it before. Nothing was changed.',
    next: 'Check day and time. If the incident began earlier, record that time first.',
  },
  afterKnown: {
    title: 'Somebody knew of it before',
    means: 'The incident cannot have begun after somebody noticed it. Nothing was changed.',
    next: 'Name the earlier time, or correct the other entry first.',
  },
  unknownDataSet: {
    title: 'This case has no such data set',
    means: 'Nothing was changed.',
    next: 'Open the case again and answer the question there.',
  },
  unknownController: {
    title: 'This controller is not set up',
    means: 'Without it, it is open which authority is competent. Nothing was changed.',
    next: 'Choose one from the list, or have it added to the configuration.',
  },
  dataSetNameTaken: {
    title: 'Another data set has this name already',
    means: 'Two of one name could not be told apart in any question. Nothing was changed.',
    next: 'Give it a name of its own, or change the one that is there.',
  },
  notifierNotJoint: {
    title: 'Whoever is to notify is not controller here',
    means: 'Only one of the joint controllers can notify. Nothing was changed.',
    next: 'Choose one of them, or add this one as a joint controller.',
  },
  worksForController: {
    title: 'This is a controller of these data',
    means: 'A sub-processor works for another processor. Nothing was changed.',
    next: 'Choose the processor that engaged you, or check the role.',
  },
  processorForItself: {
    title: 'For whom do you process?',
    means: 'Nobody is processor for themselves; your own organisation is entered. Nothing was changed.',
    next: 'Choose the controller. If it is missing from the list, have it added to the configuration, or change the role.',
  },
  unknownAnswer: {
    title: 'This answer does not fit the question',
    means: 'The card may come from an earlier version. Nothing was changed.',
    next: 'Open the question again and choose there.',
  },
  noSuchDuty: {
    title: 'This case has no such duty',
    means: 'The assessment may have changed meanwhile.',
    next: 'Open the case again and look at the open duties.',
  },
  dutyAlreadyEnded: {
    title: 'This duty has already ended',
    means: 'The case says when and how. Nothing was changed.',
    next: 'There is nothing to do. If something was missing in the notice, it belongs in the follow-up.',
  },
  notDischargedThisWay: {
    title: 'This duty cannot be ended this way',
    means: 'Every duty has its way: a notice that was sent, the three entries of the documentation, or a decision with reasons.',
    next: 'Open the case; the fitting steps are there.',
  },
  againstAssessment: {
    title: 'The assessment says otherwise',
    means: 'By what is known so far, this duty is owed. Nothing has been recorded yet.',
    next: 'Check the facts. If it was still decided this way, tick the box in the form and give the reasons.',
  },
  reasonsForDelayMissing: {
    title: 'The reasons for the delay are missing',
    means: 'The deadline had passed. The reasons then belong in the notification (Art. 33(1), second sentence, GDPR).',
    next: 'Say briefly why it was not possible earlier, and send it again.',
  },
  noticeDetailsMissing: {
    title: 'Details of the notice are missing',
    means: 'Without recipient, means and time it is not proven. Nothing has been recorded yet.',
    next: 'Add what is missing, and send it again.',
  },
  sentBeforeKnown: {
    title: 'It would have been sent before the first report',
    means: 'One of the two times is wrong. Nothing was changed.',
    next: 'Check when it was sent, and the times in the case.',
  },
  recordIncomplete: {
    title: 'The documentation is not complete yet',
    means: 'It needs facts, effects and remedial action (Art. 33(5) GDPR).',
    next: 'Add what is missing, and send it again.',
  },
  noSuchDecision: {
    title: 'There is no such decision',
    means: 'The card may belong to another case.',
    next: 'Open the case again and look at the decisions.',
  },
  decisionOvertaken: {
    title: 'This decision is out of date',
    means: 'It counts already, was withdrawn, or a later one took its place. Nothing was changed.',
    next: 'Open the case. It shows what holds now.',
  },
  notADecider: {
    title: 'Only somebody entitled to decide can confirm this',
    means: 'The decision is recorded but does not count yet. The deadlines keep running.',
    next: 'Ask somebody entitled to decide to confirm it.',
  },
  noSuchMeasure: {
    title: 'There is no such measure',
    means: 'Nothing was changed.',
    next: 'Open the case again and choose the measure there.',
  },
  noSuchQuestion: {
    title: 'This question is no longer there',
    means: 'Nothing was changed.',
    next: 'If you want to tell us something, contact the data protection office.',
  },
  notAskedOfYou: {
    title: 'This question was not put to you',
    means: 'Only the person asked can answer, under their own name.',
    next: 'If you know something, please report it yourself.',
  },
  hoursOutOfRange: {
    title: 'That many hours are not possible',
    means: 'You can put reminders off for a short while, but not switch them off.',
    next: 'Choose one of the times offered.',
  },
  cannotJoinItself: {
    title: 'A case cannot be joined with itself',
    means: 'The number is the same. Nothing was changed.',
    next: 'Give the number of the other case.',
  },
  duplicateHandled: {
    title: 'This case cannot be joined any more',
    means:
      'A decision, a notice, the record, a measure or another duty to report is already recorded here. Joining would bury it.',
    next: 'Join the other way round: the other case into this one. Or bring both to their end.',
  },
  dutiesOpen: {
    title: 'The case cannot be closed yet',
    means: 'Duties are still open.',
    next: 'Record what has been sent, or the decision with its reasons.',
  },
  measuresOpen: {
    title: 'The case cannot be closed yet',
    means: 'Measures are still open.',
    next: 'Finish the measures and record what came of them.',
  },
  decisionsUnconfirmed: {
    title: 'The case cannot be closed yet',
    means: 'A decision is still waiting to be confirmed.',
    next: 'Ask somebody entitled to decide to confirm it.',
  },
  cannotExcludeLastOfficer: {
    title: 'This person cannot be excluded',
    means: 'Nobody would be left to handle the case.',
    next: 'Have a deputy set up first.',
  },
  noSuchNeighbour: {
    title: 'This case does not ask about that rule',
    means: 'Perhaps the card belongs to another case. Nothing was changed.',
    next: 'Open the case again. If a rule is missing altogether, it belongs in the configuration.',
  },
  startMissing: {
    title: 'The time is missing',
    means: 'The clock runs from it. Nothing was recorded yet.',
    next: 'Enter the time, and send again.',
  },
  reasonsForLateReportMissing: {
    title: 'The reasons for the delay are missing',
    means: 'The deadline had passed. Nothing was recorded yet.',
    next: 'Say briefly why it was not possible earlier, and send again.',
  },
  caseErased: {
    title: 'The content of this case is erased',
    means: 'There is nothing left that could be changed. Number, times and duties stay visible.',
    next: 'If there is news, report it as a new suspicion and name this number.',
  },
  noSuchText: {
    title: 'There is no such text',
    means: 'Perhaps it is erased already. Nothing was changed.',
    next: 'Open the form anew; it shows what can be erased.',
  },
  copyOutOfReach: {
    title: 'The text also stands in a case joined with this one',
    means: 'You may not erase anything in that other case. So nothing was changed.',
    next: 'Please ask somebody of the data protection office who may work on both cases.',
  },
  retentionNotLonger: {
    title: 'The case is kept that long anyway',
    means: 'Extending means beyond the present end. Nothing was changed.',
    next: 'Choose a later year.',
  },
  ownerMissing: {
    title: 'Who takes care of it is missing',
    means: 'Without a name nobody reminds the right person. Nothing was recorded.',
    next: 'Name a person or an office.',
  },
  dueInThePast: {
    title: 'This date does not lie ahead',
    means: 'Nothing was recorded.',
    next: 'Name a date that is still to come.',
  },
  numberMissing: {
    title: 'The number and its kind do not fit',
    means: '“Exact” and “approximate” need a number, everything else has none. Nothing was recorded.',
    next: 'Give a number in digits alone, or choose “still open”.',
  },
  proofMissing: {
    title: 'The proof is missing',
    means: 'A notice counts as sent only once it is recorded what shows it. Nothing was recorded.',
    next: 'Name the reference number, the confirmation, the PDF or your own copy.',
  },
  nothingSentYet: {
    title: 'Nothing has gone to this authority yet',
    means: 'A reference number belongs to a notice that was sent. Nothing was recorded.',
    next: 'First record when and how the notice went out.',
  },
  noticeKindUnfit: {
    title: 'This kind of notice does not fit here',
    means: 'The first notice comes first and only once; a final one lacks nothing any more. Nothing was recorded.',
    next: 'Look at what has gone to this authority already, and choose the kind that fits.',
  },
  retentionRunning: {
    title: 'The case is still to be kept',
    means: 'Until then an authority may ask for the record (Art. 33(5) GDPR). Nothing was erased yet.',
    next: 'Wait for the end. If it must be erased earlier, tick the box in the form and give the reasons.',
  },
  notAllowed: {
    title: 'This is not part of your role',
    means: 'Cases are seen only by those who handle them. That protects your own report too.',
    next: 'If you know or need something, turn to the contact below.',
  },
  excluded: {
    title: 'This case is not open to you',
    means: 'Others are handling it.',
    next: 'The contact below answers questions.',
  },
  filesNotTaken: {
    title: 'I do not take files',
    means: 'They often hold data that should not be here. The file was not stored.',
    next: 'Say in words what is in it, without names. If the data protection office needs the file, they will ask for it.',
  },
  notUnderstood: {
    title: 'I did not understand that',
    means: 'Nothing was recorded.',
    next: 'If something may have happened to data, report it. A suspicion is enough.',
  },
  nothingToDecline: {
    title: 'There is nothing to decide here at present',
    means: 'No duty is open at present that a decision could end. Nothing was changed.',
    next: 'Open the case; it shows what is still open.',
  },
  nothingToExcept: {
    title: 'Nothing is open for an exception',
    means: 'Exceptions exist only from informing the persons concerned. That is not open at present.',
    next: 'Open the case; it shows what is still open.',
  },
  nothingToNotify: {
    title: 'There is nothing to send at present',
    means: 'No notification, communication or notice is open. Nothing was changed.',
    next: 'Open the case; it shows what has been sent.',
  },
  nothingToRecord: {
    title: 'There is nothing to document at present',
    means: 'This case carries no duty to document. Nothing was changed.',
    next: 'Open the case and check the assessment.',
  },
  nothingBesideGdpr: {
    title: 'There is no other duty to report to settle here',
    means: 'The configuration names no other rule that this case asks about. Nothing was changed.',
    next: 'If another rule applies to you, such as NIS2, tell the administrators.',
  },
  nothingToWithdraw: {
    title: 'No decision is waiting to be confirmed',
    means: 'Only what does not count yet can be withdrawn. Nothing was changed.',
    next: 'Open the case and look at the decisions.',
  },
  nothingToFinish: {
    title: 'No measure is open',
    means: 'All planned measures are finished, or none is planned. Nothing was changed.',
    next: 'Open the case if you want to plan a new measure.',
  },
  nothingAsked: {
    title: 'No question of the authority is open',
    means: 'All questions recorded are answered, or there were none. Nothing was changed.',
    next: 'If the authority asked something, record its question first.',
  },
  nothingToExplain: {
    title: 'No measure is recorded yet',
    means: 'Which risk a measure reduces can only be said once there is one. Nothing was changed.',
    next: 'Plan the measure first. If it is taken already, finish it right away.',
  },
  nobodyToReadmit: {
    title: 'Nobody is excluded',
    means: 'Everybody whose role allows it sees this case. Nothing was changed.',
    next: 'There is nothing to do.',
  },
  nothingToKeepLonger: {
    title: 'There is nothing to extend here',
    means: 'Retention begins with closing, and this case is not closed, or is erased already.',
    next: 'Close the case first.',
  },
  nothingToErase: {
    title: 'There is no text to erase here',
    means: 'All texts of this case are erased already. Nothing was changed.',
    next: 'You need not do anything.',
  },
  numberUnknown: {
    title: 'I do not know this number',
    means: 'It may be mistyped. Numbers look like this: DP-2026-0001.',
    next: 'Check the number, or open the list.',
  },
  exportElsewhere: {
    title: 'Exporting is not possible here',
    means: 'No address is set up for files. No case should lie in the chat itself.',
    next: 'Whoever runs Fristwacht can export on the server (“fristwacht export”), or set up the address.',
  },
  exportTooLarge: {
    title: 'The export is too large',
    means: 'So much cannot be given out here at once.',
    next: 'Choose a shorter span of time. The whole register is exported on the server, by whoever runs Fristwacht.',
  },
  exportNotPosted: {
    title: 'The file did not get into the channel',
    means:
      'Either the chat platform did not take it, or somebody is excluded from the case: then it never comes into a channel where others read along.',
    next: 'Try once more. If it does not work, whoever runs Fristwacht exports the case on the server.',
  },
  outsider: {
    title: 'I cannot help you here',
    means: 'Fristwacht is there for the employees of this organisation. Your account is a guest, or belongs to another one.',
    next: 'If you want to report a data breach, please turn to the data protection office directly.',
  },
  rightsUnknown: {
    title: 'Cannot be settled just now',
    means:
      'Whether you may see this depends on your membership in the channel of the data protection office, which could not be checked just now.',
    next: 'Try again in a few minutes. You can report at any time.',
  },
  notConfirmedYet: {
    title: 'Not confirmed yet',
    means: 'It is unclear just now whether your entry is stored. Nothing is confirmed; what you wrote still stands below.',
    next: 'Please send it again in a moment; nothing is recorded twice. If it is urgent, turn to the contact below, and note the time.',
  },
  caseUnreadable: {
    title: 'This case cannot be read just now',
    means: 'Nothing is confirmed. The other cases are not affected. The deadline runs all the same.',
    next: 'Please tell whoever runs Fristwacht, and note what you wanted to record.',
  },
  storeDown: {
    title: 'I cannot reach the store just now',
    means: 'Nothing is confirmed. What you wrote still stands below. The deadline runs all the same.',
    next: 'Please turn to the contact below now, and note the time. Send it again in a few minutes; nothing is recorded twice.',
  },
};
