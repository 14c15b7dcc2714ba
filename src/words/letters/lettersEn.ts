import type { LetterWords } from './letterWords.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** The letter in plain English. */
export const lettersEn: LetterWords = {
  language: 'en',
  title: 'What happened to your data',
  publicTitle: (sender) => `${sender}: what happened to personal data`,
  salutation: (name) => `Dear ${name},`,
  opening: (sender) =>
    `there has been an incident at ${sender} that also concerns your data. This letter says what it means for you.`,
  publicOpening: (sender) => `There has been an incident with personal data at ${sender}. Here is what it may mean for you.`,
  publicReach: {
    public: 'We cannot write to everybody by name. So we tell you this way.',
    partly: 'We write to everybody we can reach. We do not have a valid address for all. So we also tell you this way.',
  },
  headings: {
    nature: 'What happened?',
    data: 'Which data are concerned?',
    consequences: 'What may follow from it?',
    taken: 'What have we done?',
    planned: 'What will we still do?',
    advice: 'What can you do yourself?',
    contact: 'Who can help you?',
  },
  occurred: (day) => `This happened on ${day}.`,
  noticed: (day) => `We noticed it on ${day}.`,
  incidents: {
    'wrong-recipient': 'A message with your data went to people it was not meant for.',
    'lost-or-stolen': 'A device or papers with your data were lost or stolen.',
    attack: 'Somebody attacked a computer system of ours that also holds your data.',
    'seen-by-others': 'People who should not see your data were able to see them.',
    'not-available': 'Your data were lost, out of reach or changed.',
  },
  facts: {
    outflow: {
      'no-sign-logged': 'So far we see no sign that anybody took the data. We cannot rule it out.',
      'no-sign': 'So far we see no sign that anybody took the data. We cannot rule it out.',
      shown: 'The data were read or copied.',
      misused: 'The data have been misused already.',
      unknown: 'We do not know yet whether anybody read or copied the data.',
    },
    deletionConfirmed: {
      'in-writing': 'The people who got the data told us in writing that they have deleted them.',
      requested: 'We asked the people who got the data to delete them. We are waiting for their answer.',
    },
    availability: {
      'restored-in-time': 'The data are back.',
      'restored-late': 'The data are back by now.',
      lost: 'The data cannot be brought back.',
    },
    alteration: { uncorrected: 'Part of the data is wrong and not put right yet.', corrected: 'Wrong data have been put right.' },
  },
  contactPoint: (name) => `Your questions are answered by ${name}.`,
  telephone: (number) => `Telephone: ${number}`,
  email: (address) => `E-mail: ${address}`,
  closing: 'Yours sincerely',
  day: (year, month, day) => `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`,
  dataKinds: {
    contact: {
      name: 'name, address, telephone number, date of birth',
      consequences: ['Strangers may call or write and claim to be somebody you know.'],
      advice: ['Take care with calls and letters you do not expect. Give no further details on the telephone.'],
    },
    email: {
      name: 'e-mail address',
      consequences: ['You may get more junk mail and fake e-mails.'],
      advice: ['Do not open links and files in e-mails you do not expect. They may be fake.'],
    },
    password: {
      name: 'password or other login details',
      consequences: ['Strangers may log in with your password, also on other sites.'],
      advice: [
        'Change your password at once, also wherever else you use the same one.',
        'Use a password of its own for each site. Turn on login in two steps where you can.',
      ],
    },
    card: {
      name: 'details of your credit or debit card',
      consequences: ['Strangers may try to pay with your card.'],
      advice: [
        'Ask your bank to block and replace your card.',
        'Look through your payments. Tell your bank at once of any you do not know.',
      ],
      adviceInGermany: ['In Germany you can block the card day and night by calling 116 116.'],
    },
    bank: {
      name: 'bank account',
      consequences: ['Strangers may try to take money from your account or order goods in your name.'],
      advice: ['Check your bank statements. Your bank can bring back a direct debit that you did not allow.'],
    },
    identity: {
      name: 'identity card, passport or driving licence',
      consequences: ['Strangers may sign contracts or open accounts in your name.'],
      advice: [
        'Watch out for bills and contracts you do not know. Object to them at once, best in writing.',
        'Report any misuse to the police.',
      ],
      adviceInGermany: [
        'In Germany you can ask a credit agency such as SCHUFA free of charge what it holds about you.',
        'If the card itself is gone, tell the local office (Bürgeramt). You can block its online function by calling 116 116.',
      ],
    },
    insurance: {
      name: 'insurance, tax or customer number',
      consequences: ['Whoever knows this number sounds real on the telephone and may pose as you.'],
      advice: ['If somebody calls and gives this number, hang up. Call back on the number you already know.'],
    },
    health: {
      name: 'details of your health',
      consequences: ['Others may learn of your illness or treatment. That may shame or harm you.'],
      advice: [
        'Do not answer if strangers speak of your health or ask for money. Go to the police.',
        'Tell us if this harms you at work, with an insurer or in daily life.',
      ],
    },
    employment: {
      name: 'details of your work, your pay or your application',
      consequences: ['Others may learn what you earn or how your work is judged.'],
      advice: ['Tell us or your staff council if this harms you.'],
    },
    messages: {
      name: 'messages, photos or papers of yours',
      consequences: ['Others may learn private things about you and pass them on.'],
      advice: [
        'Think about what the messages held. Change any password in them and warn other people who are named.',
        'Do not give in to blackmail. Pay nothing and go to the police.',
      ],
    },
    location: {
      name: 'where you have been',
      consequences: ['Others may see where you live and when you are not at home.'],
      advice: ['Turn off tracking in the app if you do not need it. Call the police if you feel threatened.'],
    },
    sensitive: {
      name: 'your faith, origin, political views, union or love life',
      consequences: ['Whoever learns of it may treat you badly, shame you or put you under pressure.'],
      advice: ['Do not let anybody put you under pressure. Keep any threats and take them to the police.'],
    },
    children: {
      name: 'details of children',
      consequences: ['Strangers may speak to a child with what they know of it.'],
      advice: ['Talk with your child: strangers may claim to be friends.'],
    },
  },
};
