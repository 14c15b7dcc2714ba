import { describe, expect, it } from 'vitest';
import { citeText } from '../../src/law/sources.ts';
import { assess, type AssessmentInput, type ControllerProfile, type DutyKind } from '../../src/rules/assess.ts';
import type { DataSet, Facts } from '../../src/rules/facts.ts';
import { instant } from '../../src/rules/instant.ts';
import { GDPR, type RuleSetInForce } from '../../src/rules/rulesets.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { inputOf } from '../cases/publishedCase.ts';

const acme: ControllerProfile = { id: 'acme', country: 'DE', land: 'NW', sector: 'private', authority: 'de-nw' };
const beta: ControllerProfile = { id: 'beta', country: 'FR', sector: 'public', authority: 'fr' };
const friday = instant('2026-03-27T17:40:00+01:00');

/** Everyday data of a few people with somebody unknown: a low risk. */
const LOW: Facts = {
  access: 'happened',
  encryption: 'none',
  recipient: 'uncontrolled',
  sensitivity: 'everyday',
  outflow: 'shown',
  persons: 'few',
  effectOnPersons: 'minor',
  availability: 'unaffected',
  alteration: 'none',
};
const HIGH: Facts = { ...LOW, recipient: 'criminal', sensitivity: 'severe', exceptionToInforming: 'none' };
const NOTHING: Facts = { access: 'none', availability: 'unaffected', alteration: 'none' };

const dataSet = (id: string, facts: Facts, as: Partial<DataSet> = {}): DataSet => ({
  id,
  controller: 'acme',
  role: 'controller',
  facts,
  ...as,
});

const input = (dataSets: readonly DataSet[], more: Partial<AssessmentInput> = {}): AssessmentInput => ({
  sheet: { incident: { personalData: 'yes' }, dataSets },
  controllers: [acme, beta],
  self: 'acme',
  startsAt: {},
  ...more,
});

const statuses = (of: AssessmentInput) => Object.fromEntries(assess(of).duties.map(({ id, status }) => [id, status]));

describe('who owes what to whom', () => {
  it('a controller documents, notifies its authority and informs the persons', () => {
    expect(statuses(input([dataSet('a', HIGH)]))).toEqual({
      'art33-5:acme:register': 'owed',
      'art33-1:acme:de-nw': 'owed',
      'art34-1:acme:persons': 'owed',
    });
  });

  it('a processor tells every controller it works for, whatever the risk, and owes nothing else', () => {
    const foreign = (id: string, controller: string, facts: Facts) => dataSet(id, facts, { role: 'processor', controller });
    expect(statuses(input([foreign('a', 'beta', LOW), foreign('b', 'gamma', HIGH), foreign('c', 'delta', NOTHING)]))).toEqual({
      'art33-2:acme:beta': 'owed',
      'art33-2:acme:gamma': 'owed',
      'art33-2:acme:delta': 'not-owed',
    });
  });

  it('both roles in one incident stay apart', () => {
    expect(statuses(input([dataSet('a', LOW), dataSet('b', HIGH, { role: 'processor', controller: 'beta' })]))).toEqual({
      'art33-5:acme:register': 'owed',
      'art33-1:acme:de-nw': 'not-owed',
      'art34-1:acme:persons': 'not-owed',
      'art33-2:acme:beta': 'owed',
    });
  });

  it('an unclear role presumes the duties of both, as far as the facts bring them', () => {
    expect(statuses(input([dataSet('a', HIGH, { role: 'unknown', controller: 'beta' })]))).toEqual({
      'art33-5:beta:register': 'presumed',
      'art33-1:beta:fr': 'presumed',
      'art34-1:beta:persons': 'presumed',
      'art33-2:acme:beta': 'presumed',
    });
    expect(Object.values(statuses(input([dataSet('a', NOTHING, { role: 'unknown' })])))).toEqual(Array(4).fill('not-owed'));
  });

  it('whoever is among the controllers owes as controller, whatever role was entered, and never tells itself', () => {
    const own = ['art33-5:acme:register', 'art33-1:acme:de-nw', 'art34-1:acme:persons'];
    for (const jointWith of [undefined, ['beta']]) {
      for (const role of ['controller', 'processor', 'unknown'] as const) {
        const found = statuses(input([dataSet('a', HIGH, { role, ...(jointWith && { jointWith }) })]));
        expect(Object.keys(found)).toEqual(expect.arrayContaining(own));
        expect(Object.keys(found)).not.toContain('art33-2:acme:acme');
        if (role !== 'unknown') for (const id of own) expect(found[id], id).toBe('owed');
      }
    }
    const joint = statuses(input([dataSet('a', HIGH, { role: 'processor', controller: 'beta', jointWith: ['acme'] })]));
    expect(joint).toMatchObject({ 'art33-1:acme:de-nw': 'owed', 'art33-2:acme:beta': 'owed' });
  });

  it('the deadline comes from the law of the data that bring the duty, not from others under another law', () => {
    const church = dataSet('a', HIGH, { profile: 'protestant' });
    const { duties } = assess(input([church, dataSet('b', NOTHING)], { startsAt: { acme: friday } }));
    const [toChurch, toLand] = ['de-ekd', 'de-nw'].map((to) => duties.find(({ id }) => id === `art33-1:acme:${to}`));
    expect(toChurch).toMatchObject({ status: 'owed', startsAt: friday });
    expect(toChurch).not.toHaveProperty('dueBy');
    expect(toLand).toMatchObject({ status: 'not-owed', dueBy: instant('2026-03-30T18:40:00+02:00') });
  });

  it('a controller nobody described has an authority all the same, and the strict reading', () => {
    expect(statuses(input([dataSet('a', LOW, { controller: 'gamma' })]))).toMatchObject({ 'art33-1:gamma:unknown': 'owed' });
  });
});

describe('several data sets', () => {
  it('of one controller: the gravest decides, whichever comes first', () => {
    for (const dataSets of [
      [dataSet('a', NOTHING), dataSet('b', HIGH)],
      [dataSet('b', HIGH), dataSet('a', NOTHING)],
    ]) {
      expect(statuses(input(dataSets))).toMatchObject({ 'art33-1:acme:de-nw': 'owed', 'art34-1:acme:persons': 'owed' });
    }
  });

  it('the reasons of a duty that is owed come from the data set that brings it, those of one that is not from all', () => {
    const { duties } = assess(input([dataSet('a', NOTHING), dataSet('b', LOW)]));
    const setsBehind = (kind: DutyKind) => {
      const because = duties.find(({ duty }) => duty === kind)?.because ?? [];
      return [...new Set(because.flatMap(({ dataSet: id }) => (id === undefined ? [] : [id])))];
    };
    expect(setsBehind('art33-5')).toEqual(['b']);
    expect(setsBehind('art33-1')).toEqual(['a', 'b']);
  });

  it('of several that bring a duty alike, the first gives the reasons', () => {
    const { duties } = assess(input([dataSet('a', HIGH), dataSet('b', HIGH)]));
    for (const { because } of duties) expect(because.map(({ dataSet: id }) => id)).not.toContain('b');
  });

  it('one that brings no duty to inform does not stand in the way of a public communication', () => {
    const publicly = dataSet('a', { ...HIGH, exceptionToInforming: 'disproportionate' });
    const means = (second: DataSet) =>
      assess(input([publicly, second])).duties.find(({ duty }) => duty === 'art34-1')?.means ?? 'one by one';
    expect(means(dataSet('b', LOW))).toBe('public');
    expect(means(dataSet('b', HIGH))).toBe('one by one');
  });

  it('the risk is the worst that cannot be excluded', () => {
    expect(assess(input([dataSet('a', LOW)])).risk).toBe('low');
    expect(assess(input([dataSet('a', LOW), dataSet('b', {})])).risk).toBe('high');
    expect(assess(input([dataSet('a', NOTHING)])).risk).toBe('unlikely');
  });
});

describe('the reading of "unlikely risk"', () => {
  it('is that of the controller’s country: mild in Germany, strict everywhere else', () => {
    expect(statuses(input([dataSet('a', LOW), dataSet('b', LOW, { controller: 'beta' })]))).toMatchObject({
      'art33-1:acme:de-nw': 'not-owed',
      'art33-1:beta:fr': 'owed',
    });
  });

  it('can be chosen, for a comparison', () => {
    expect(statuses(input([dataSet('a', LOW)], { reading: 'strict' }))).toMatchObject({ 'art33-1:acme:de-nw': 'owed' });
    expect(statuses(input([dataSet('b', LOW, { controller: 'beta' })], { reading: 'de' }))).toMatchObject({
      'art33-1:beta:fr': 'not-owed',
    });
  });

  it('never makes a low risk a reason not to document', () => {
    expect(statuses(input([dataSet('a', LOW)]))).toMatchObject({ 'art33-5:acme:register': 'owed' });
  });
});

describe('times', () => {
  it('only the notice to the authority has a deadline; it is 72 hours from the controller’s start', () => {
    const saturday = instant('2026-03-28T09:00:00+01:00');
    const { duties } = assess(
      input([dataSet('a', HIGH), dataSet('b', HIGH, { controller: 'beta' })], { startsAt: { acme: friday, beta: saturday } }),
    );
    const times = duties.map(({ id, startsAt, dueBy }) => [id, startsAt, dueBy]);
    expect(times).toEqual([
      ['art33-5:acme:register', friday, undefined],
      ['art33-1:acme:de-nw', friday, instant('2026-03-30T18:40:00+02:00')],
      ['art34-1:acme:persons', friday, undefined],
      ['art33-5:beta:register', saturday, undefined],
      ['art33-1:beta:fr', saturday, instant('2026-03-31T10:00:00+02:00')],
      ['art34-1:beta:persons', saturday, undefined],
    ]);
    expect(duties.filter((duty) => 'dueBy' in duty).map(({ duty }) => duty)).toEqual(['art33-1', 'art33-1']);
  });

  it('a processor’s clock is our own, and the controller’s where ours is not known', () => {
    const processor = [dataSet('a', HIGH, { role: 'processor', controller: 'beta' })];
    const saturday = instant('2026-03-28T09:00:00+01:00');
    expect(assess(input(processor, { startsAt: { acme: friday, beta: saturday } })).duties).toMatchObject([{ startsAt: friday }]);
    expect(assess(input(processor, { startsAt: { beta: saturday } })).duties).toMatchObject([{ startsAt: saturday }]);
  });

  it('an authority’s name among the clocks starts no clock but its own', () => {
    const { duties } = assess(input([dataSet('a', HIGH)], { startsAt: { 'de-nw': friday, persons: friday } }));
    expect(duties.every((duty) => !('startsAt' in duty))).toBe(true);
  });

  describe('where the laws of two data sets bring one notice, the earliest deadline counts, whichever comes first:', () => {
    const dueBy = (profiles: readonly DataSet['profile'][], ruleSet: RuleSetInForce = GDPR) => {
      const dataSets = profiles.map((profile, at) => dataSet(`data-${at}`, HIGH, profile === undefined ? {} : { profile }));
      const { duties } = assess(input(dataSets, { startsAt: { acme: friday } }), ruleSet);
      return duties.find(({ duty }) => duty === 'art33-1')?.dueBy;
    };
    const in72Hours = instant('2026-03-30T18:40:00+02:00');

    it('72 hours beside none', () => {
      const withoutHours: RuleSetInForce = { ...GDPR, id: 'planted', notice: { hours: undefined } as never };
      expect(dueBy(['private-body'], withoutHours)).toBeUndefined();
      expect(dueBy(['police-justice', 'private-body'], withoutHours)).toBe(in72Hours);
      expect(dueBy(['private-body', 'police-justice'], withoutHours)).toBe(in72Hours);
    });

    it('72 hours beside 96', () => {
      const planted: RuleSetInForce = { ...GDPR, id: 'planted', notice: { hours: 96 } };
      expect(dueBy(['private-body'], planted)).toBe(instant('2026-03-31T18:40:00+02:00'));
      expect(dueBy(['police-justice', 'private-body'], planted)).toBe(in72Hours);
      expect(dueBy(['private-body', 'police-justice'], planted)).toBe(in72Hours);
    });
  });

  it('without a start there is no deadline, and the duty stands all the same', () => {
    const { duties } = assess(input([dataSet('a', HIGH)]));
    expect(duties.every((duty) => !('dueBy' in duty) && !('startsAt' in duty))).toBe(true);
  });

  it('a duty that is not owed keeps its deadline: until that is decided, people have to see it', () => {
    const { duties } = assess(input([dataSet('a', LOW)], { startsAt: { acme: friday } }));
    expect(duties.find(({ duty }) => duty === 'art33-1')).toMatchObject({
      status: 'not-owed',
      dueBy: instant('2026-03-30T18:40:00+02:00'),
    });
  });
});

describe('answers', () => {
  it('an empty sheet presumes everything and owes nothing for sure', () => {
    const { duties, ask } = assess(inputOf({}));
    expect(duties.map(({ status }) => status)).toEqual(['presumed', 'presumed', 'presumed']);
    expect(ask[0]).toEqual({ fact: 'personalData' });
  });

  it('an asked "unknown" is final: it counts as the worst answer and is not asked again', () => {
    const unknown = { ...LOW, recipient: 'unknown', sensitivity: 'unknown' };
    const { duties, ask } = assess(input([dataSet('a', unknown)]));
    expect(duties.map(({ status }) => status)).toEqual(['owed', 'owed', 'presumed']);
    expect(ask.map(({ fact }) => fact)).toEqual(['exceptionToInforming', 'highRiskAverted', 'secrecyWeighing']);
  });

  it('an answer this version does not know counts as not asked: the duty is presumed and the question comes again', () => {
    const { duties, ask } = assess(input([dataSet('a', { ...NOTHING, access: 'somewhat' })]));
    expect(duties.map(({ status }) => status)).toEqual(['presumed', 'presumed', 'presumed']);
    expect(ask[0]).toEqual({ fact: 'access', dataSet: 'a' });
  });

  it('no personal data: nothing is owed, and nothing more is asked', () => {
    const { duties, ask, hints } = assess(inputOf({ ...HIGH, personalData: 'no' }));
    expect(hints.map(({ id }) => id)).toEqual(['hint/no-personal-data']);
    expect(duties.map(({ status }) => status)).toEqual(['not-owed', 'not-owed', 'not-owed']);
    expect(ask).toEqual([]);
  });
});

const MARK = { holds: '✓', fails: '✗', open: '?' } as const;

/** The reasons for one duty of a published case, as a lawyer would read them. */
function reasons(no: string, kind: DutyKind, change: Facts = {}): readonly string[] {
  const facts = { ...EDPB_01_2021.find((published) => published.no === no)?.facts, ...change };
  const because = assess(inputOf(facts, 'strict')).duties.find(({ duty }) => duty === kind)?.because ?? [];
  return because.map(({ mark, part, says, cites }) => {
    const [first] = cites;
    const source = first === undefined ? '' : citeText(first, 'en');
    return `${part === 'condition' ? '  ' : ''}${MARK[mark]} ${says.en} (${source})`;
  });
}

describe('the reasons', () => {
  it('case 9, why the authority need not be notified', () => {
    expect(reasons('09', 'art33-1')).toEqual([
      '✗ A breach has to be notified to the authority, unless it is unlikely to result in a risk. (Art. 33(1) GDPR)',
      '  ✓ Personal data are involved. (Art. 4(1) GDPR)',
      '  ✓ Somebody without the right could get at the data. (Art. 4(12) GDPR)',
      '  ✗ The data were missing for a time, or still are. (Art. 4(12) GDPR)',
      '  ✗ The data were altered without authority or by accident. (Art. 4(12) GDPR)',
      '✓ Strict reading: a low risk has to be notified too. (Art. 33(1) GDPR)',
      '✓ When data come into other hands, a risk is assumed as long as no exception is proven. (Art. 33(1) GDPR)',
      '✓ Exception: the recipient can be trusted. (Art. 33(1) GDPR)',
      '  ✓ One single recipient has the data; it is bound to secrecy and reported the mistake. (EDPB Guidelines 01/2021, case 9)',
      '  ✓ Deletion or return is confirmed in writing. (EDPB Guidelines 01/2021, case 9)',
      '  ✓ The data are not sensitive. (EDPB Guidelines 01/2021, case 9)',
      '  ✓ Few people are affected. (EDPB Guidelines 01/2021, case 9)',
      '  ✓ The data have not been misused yet. (recital 75 GDPR [secondary source])',
      '  ✓ No serious harm to the people is to be expected. (recital 75 GDPR [secondary source])',
    ]);
  });

  it('case 9 with an unconfirmed deletion: the mark turns where the fact did', () => {
    expect(reasons('09', 'art33-1', { deletionConfirmed: 'unknown' })).toEqual(
      expect.arrayContaining([
        '✓ A breach has to be notified to the authority, unless it is unlikely to result in a risk. (Art. 33(1) GDPR)',
        '✗ Exception: the recipient can be trusted. (Art. 33(1) GDPR)',
        '  ? Deletion or return is confirmed in writing. (EDPB Guidelines 01/2021, case 9)',
      ]),
    );
  });

  it('case 3, why the patients have to be informed: the missing data carry it, not what the attacker saw', () => {
    const shown = reasons('03', 'art34-1').filter((line) => !line.startsWith('  '));
    expect(shown).toEqual([
      '✓ Where a high risk is likely, the people concerned have to be informed without undue delay. (Art. 34(1) GDPR)',
      '✓ High risk: people suffer because data are missing or wrong. (Art. 34(1) GDPR)',
      '✗ Exception: later measures have removed the high risk. (Art. 34(3)(b) GDPR)',
    ]);
  });

  it('no personal data: the reasons end with that', () => {
    expect(reasons('03', 'art34-1', { personalData: 'no' })[1]).toBe('  ✗ Personal data are involved. (Art. 4(1) GDPR)');
    expect(reasons('03', 'art34-1', { personalData: 'no' })).toHaveLength(5);
  });
});
