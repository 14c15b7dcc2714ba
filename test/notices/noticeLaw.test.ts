import { describe, expect, it } from 'vitest';
import { authorityDocument } from '../../src/notices/authorityDocument.ts';
import { authorityNotice } from '../../src/notices/authorityNotice.ts';
import { noticeSender } from '../../src/notices/noticeSender.ts';
import { plainDocument } from '../../src/notices/plainDocument.ts';
import type { Controller, Organisation } from '../../src/organisation.ts';
import { acme } from '../dialogue/conversation.ts';
import { givenDoneUnder, hour, report, setting, stolenData, type LooseCommand } from '../support/given.ts';
import { noticeAfter } from '../support/completeNotice.ts';

/** The first notice of stolen data by a controller like this, to the first authority it owes one. */
function noticeOf(profile: Partial<Controller>, now = hour(2), commands: readonly LooseCommand[] = stolenData) {
  const [own] = acme.controllers;
  if (own === undefined) throw new Error('There is no controller.');
  const controller: Controller = { ...own, ...profile };
  const organisation: Organisation = { ...acme, controllers: [controller] };
  const { record } = givenDoneUnder({ ...setting, controllers: [controller] }, report, ...commands);
  const duty = record.duties.find(({ kind }) => kind === 'art33-1');
  if (duty === undefined) throw new Error('There is no notice to make.');
  const sender = noticeSender(organisation, 'acme');
  const notice = authorityNotice({ record, events: [], sender, authority: duty.recipient, kind: 'first', now });
  if ('unfit' in notice) throw new Error(notice.unfit);
  return { notice, authority: duty.recipient, text: plainDocument(authorityDocument(notice, 'de')) };
}
const BDSG_NOTE = 'Hinweis zur Verwendung dieser Meldung';

describe('a notice names the law it is made under', () => {
  it.each([
    ['a company', {}, 'de-nw', 'nach Art. 33 DSGVO:', true],
    ['a Catholic body', { profile: 'catholic', authority: 'de-kdsz-do' }, 'de-kdsz-do', 'nach § 33 KDG', false],
    ['a Protestant body', { profile: 'protestant', authority: 'de-ekd' }, 'de-ekd', 'nach § 32 DSG-EKD', false],
    ['a telecom provider', { profile: 'telecom' }, 'de-bnetza', 'nach § 169 TKG', true],
    ['a Swiss company', { profile: 'switzerland', country: 'CH', authority: 'ch-edoeb' }, 'ch-edoeb', 'Art. 24 Abs. 1 ', false],
    ['a British company', { profile: 'uk', country: 'GB', authority: 'uk-ico' }, 'uk-ico', 'nach Art. 33 Abs. 1 UK', false],
    ['the police of a Land', { profile: 'police-justice', sector: 'public', land: 'NW' }, 'de-nw', 'nach § 59 DSG NRW', false],
  ] as const)('%s', (_, profile, authority, title, isPrivileged) => {
    const { notice, text, authority: to } = noticeOf(profile);
    expect(to).toBe(authority);
    expect(text.split('\n')[0]).toContain(title);
    expect(text.includes(BDSG_NOTE)).toBe(isPrivileged);
    if (!notice.law.isGdpr) expect(text).not.toMatch(/DSGVO erlaubt|Satz 2 DSGVO/u);
  });

  it('under a law of its own it says no sentence of the GDPR, also when late', () => {
    const { text } = noticeOf({ profile: 'catholic', authority: 'de-kdsz-do' }, hour(90));
    expect(text).toContain('91 Stunden nach Kenntnis ab; die Frist endete am');
    expect(text).not.toContain('Satz 2 DSGVO');
  });

  it('knows no delay where the law names no hours', () => {
    expect(noticeOf({ profile: 'protestant', authority: 'de-ekd' }, hour(900)).text).not.toContain('nach Kenntnis ab');
  });
});

describe('a late notice', () => {
  it('says how late it is, and a later one that it was the first that came late', () => {
    expect(noticeOf({}, hour(80)).text).toContain('Diese Meldung geht 81 Stunden nach Kenntnis ab; die Frist endete am');
    const sent: LooseCommand = {
      ...{ type: 'RecordNotice', at: hour(80), duty: 'art33-1:acme:de-nw', sentAt: hour(80), to: 'LDI', means: 'Portal' },
      ...{ reference: 'A1', missing: 'Zahl', reasonsForDelay: 'Ein Angriff.', notice: 'first', proof: 'file-number' },
    };
    const followUp = noticeAfter([report, ...stolenData, sent], { kind: 'follow-up', now: hour(100) });
    const text = plainDocument(authorityDocument(followUp, 'de'));
    expect(text).toContain('Unsere erste Meldung ging 81 Stunden nach Kenntnis ab');
    expect(text).toContain('Diese Meldung gehört zu unserer Meldung vom');
    // What was said when the first one was recorded need not be said again.
    expect(text).toContain('Gründe der Verzögerung: Ein Angriff.');
    expect(followUp.lacking.map(({ id }) => id)).not.toContain('delayReasons');
  });
});

describe('what keeps a notice incomplete', () => {
  const count = (kind: 'exact' | 'to-be-determined'): LooseCommand => ({
    ...{ type: 'CountGroup', group: 'customers', kind, count: kind === 'exact' ? '7' : '', detail: '' },
  });
  const lacking = (...commands: readonly LooseCommand[]) =>
    noticeAfter([report, ...stolenData, ...commands]).lacking.map(({ id }) => id);
  const says = (field: string, value: string): LooseCommand => ({ type: 'AnswerNoticeField', field, answer: 'said', value });

  it('a group whose number is still to be determined', () => {
    expect(lacking(count('exact'))).not.toContain('groups');
    expect(lacking(count('to-be-determined'))).toContain('groups');
  });

  it('a contact point, but no officer, where none is designated', () => {
    expect(lacking()).not.toContain('contactPoint');
    expect(lacking(says('dpoDesignated', 'no'))).toContain('contactPoint');
    expect(lacking(says('dpoDesignated', 'no'))).not.toContain('dpoContact');
    expect(lacking(says('dpoDesignated', 'no'), says('contactPoint', 'Leitung, 0211 1'))).not.toContain('contactPoint');
  });
});
