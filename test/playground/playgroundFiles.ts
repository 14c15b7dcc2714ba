/** Whoever sits before the playground is both: they report, and they are the data protection officer. */
const YOU = '00000000-0000-4000-8000-000000000001';
const CHANNEL = '19:office@thread.tacv2';

export const CONFIGURATION = `organisation: { name: Musterwerke, country: DE, land: NW, sector: private }
contactPoint: { name: Datenschutzstelle, phone: 0211 123456 }
persons:
  - { id: dora, name: Dora Datenschutz, roles: [dpo, decider], accounts: { teams: ${YOU} } }
channels: { teams: '${CHANNEL}' }
workingTime: none
teams: { transport: rest }
`;

/** The playground wants every one of these keys, and exactly five people; where one is missing it ends without a word. */
const person = (at: number, name: string, given: string): string => `  - id: user-${String(at)}
    name: ${name}
    userPrincipleName: user${String(at)}@musterwerke.example
    aadObjectId: 00000000-0000-4000-8000-00000000000${String(at)}
    givenName: ${given}
    surname: Muster
    email: user${String(at)}@musterwerke.example
`;

export const PLAYGROUND = `version: "0.1.1"
tenantId: 00000000-0000-4000-8000-0000000000aa
bot:
  id: development
  name: Fristwacht
currentUser:
  id: user-1
  name: Dora Datenschutz
  userPrincipleName: user1@musterwerke.example
  aadObjectId: ${YOU}
  givenName: Dora
  surname: Datenschutz
  email: user1@musterwerke.example
users:
${[2, 3, 4, 5, 6].map((at) => person(at, `Ada Muster ${String(at)}`, 'Ada')).join('')}personalChat:
  id: personal-chat-1
groupChat:
  id: 19:group@thread.v2
  name: Gruppenchat
team:
  id: team-1
  name: Datenschutzstelle
  aadGroupId: 00000000-0000-4000-8000-0000000000bb
  channels:
    - id: ${CHANNEL}
      name: Datenpannen
`;
