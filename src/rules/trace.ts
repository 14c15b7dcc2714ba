// Why a duty is owed or not: every condition the rules looked at, with its mark and its source.
import type { AssessmentInput, TraceStep } from './assessment.ts';
import { COMPETENCE } from './art33/competence.ts';
import { aboutPersonalData } from './art4/personalDataBreach.ts';
import { ARRANGEMENT, READINGS, roleUnclear, tellController, tellProcessor, type Statement } from './art33/notify.ts';
import { practiceTarget } from './art33/practiceTarget.ts';
import { isOrderedToInform, orderedToInform } from './art34/authorityOrder.ts';
import { secrecyElsewhere } from './art34/secrecyElsewhere.ts';
import { isPublicEnough, publicCommunication } from './art34/publicCommunication.ts';
import type { Claim } from './claims.ts';
import { secondAddressee } from './recipients.ts';
import { controllersOf, type DataSet } from './factSheet.ts';
import { notifiedFrom, type Law } from './profiles/lawFor.ts';
import { citedUnder } from './profiles/counterparts.ts';
import { replacedByTelecomNotice } from './profiles/mixedTelecom.ts';
import { releasesFor } from './profiles/nationalLaw.ts';
import { openFactsOf, ranksOf } from './ranks.ts';
import { areaLevel, HIGHEST, levelOf, NO_BREACH, releasesUnder, riskLevel, type RiskLevel } from './riskLevel.ts';
import { applies, isProven, meets, type Aggravation, type Area, type Condition, type Exception, type Ranks } from './rule.ts';
import type { RuleSet } from './rulesets.ts';
import { FACTS, UNKNOWN, type FactName } from './vocabulary.ts';

type Mark = TraceStep['mark'];

/** One data set seen from both ends of what is open, and what nobody can answer. */
type View = {
  readonly input: AssessmentInput;
  readonly ruleSet: RuleSet;
  readonly dataSet: DataSet;
  readonly claim: Claim;
  readonly best: Ranks;
  readonly worst: Ranks;
  readonly unsettled: ReadonlySet<FactName>;
};

const mark = (surely: boolean, possibly: boolean): Mark => (surely ? 'holds' : possibly ? 'open' : 'fails');

function conditionStep(rule: string, condition: Condition, view: View): TraceStep {
  const holds = meets(condition, view.best);
  const dataSet = FACTS[condition.fact].scope === 'dataSet' ? { dataSet: view.dataSet.id } : {};
  return {
    mark: view.unsettled.has(condition.fact) ? 'open' : mark(holds, false),
    says: condition.says,
    cites: citedUnder(condition.cites, view.claim.law.profile.counterparts),
    rule,
    part: 'condition',
    ...dataSet,
  };
}

const ruleStep = (rule: Statement, as: Mark, view: View): TraceStep => ({
  mark: as,
  says: rule.says,
  cites: citedUnder(rule.cites, view.claim.law.profile.counterparts),
  rule: rule.id,
  part: 'rule',
  dataSet: view.dataSet.id,
});

function exceptionSteps(exception: Exception, view: View): readonly TraceStep[] {
  const as = mark(isProven(exception, view.worst), isProven(exception, view.best));
  return [ruleStep(exception, as, view), ...exception.all.map((condition) => conditionStep(exception.id, condition, view))];
}

function aggravationSteps(aggravation: Aggravation, view: View): readonly TraceStep[] {
  const as = mark(applies(aggravation, view.best), applies(aggravation, view.worst));
  return [ruleStep(aggravation, as, view), ...aggravation.all.map((condition) => conditionStep(aggravation.id, condition, view))];
}

const hurtSteps = (area: Area, view: View): readonly TraceStep[] =>
  area.hurt.all.map((condition) => conditionStep(area.hurt.id, condition, view));

/** Art. 4(12): is it a personal data breach at all? */
function breachSteps(view: View): readonly TraceStep[] {
  return [
    conditionStep('art4/personal-data', aboutPersonalData, view),
    ...view.ruleSet.areas.flatMap((area) => hurtSteps(area, view)),
  ];
}

/** The areas that carry the result: what surely brings the duty, what may still bring it, or, where nothing does, all that is hurt. */
function carrying(as: Mark, view: View, from: RiskLevel): readonly Area[] {
  if (riskLevel(view.ruleSet, view.worst) === NO_BREACH) return [];
  const hurt = view.ruleSet.areas.filter((area) => areaLevel(area, view.worst) > NO_BREACH);
  if (as === 'fails') return hurt;
  return hurt.filter((area) => areaLevel(area, as === 'holds' ? view.best : view.worst) >= from);
}

/** Where the notice is not owed, the exceptions that leave least of the risk are the reason; else all that would have released. */
function reasonsOf(area: Area, as: Mark, from: RiskLevel, view: View): readonly Exception[] {
  const releasing = area.exceptions.filter(({ gives }) => levelOf(gives) < from);
  if (as !== 'fails') return releasing;
  const proven = releasing.filter((exception) => isProven(exception, view.worst));
  const least = Math.min(...proven.map(({ gives }) => levelOf(gives)));
  return proven.filter(({ gives }) => levelOf(gives) === least);
}

const thresholdOf = ({ notice, reading }: Law): Statement => notice.threshold ?? READINGS[reading];

/** Art. 33(1): per area the presumption and the exceptions that would release from the notice under this reading. */
function notifySteps(as: Mark, view: View): readonly TraceStep[] {
  if (view.claim.law.isReplaced) return [];
  const { law } = view.claim;
  const from = notifiedFrom(law);
  const areas = carrying(as, view, from).flatMap((area) => [
    ruleStep(area.general, mark(applies(area.hurt, view.best), true), view),
    ...reasonsOf(area, as, from, view).flatMap((exception) => exceptionSteps(exception, view)),
  ]);
  // Where only a high risk is notified, what makes it high is the reason; where every breach is, no exception could release from it.
  const grave = from === HIGHEST ? graveSteps(as, view) : [];
  return [ruleStep(thresholdOf(law), 'holds', view), ...(law.notice.from === 'any-breach' ? [] : [...areas, ...grave])];
}

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** What keeps a grave rule from holding: the first that is proven is reason enough, else all that might have. */
function speakingAgainst(exceptions: readonly Exception[], view: View): readonly Exception[] {
  const proven = exceptions.filter((exception) => isProven(exception, view.worst));
  return proven.length === 0 ? exceptions : proven.slice(0, 1);
}

/** What could take the duty back or change its means. An order leaves no room for either. */
function releaseSteps(as: Mark, view: View): readonly TraceStep[] {
  if (isOrderedToInform(view.dataSet.facts)) return [ruleStep(orderedToInform, 'holds', view)];
  if (riskLevel(view.ruleSet, view.worst) < HIGHEST) return [];
  // An exception of national law is shown where somebody claims it, or still may.
  const releases = releasesUnder(view.ruleSet, releasesFor(view.input, view.dataSet)).filter(
    ({ onlyUnder, all: [claimed] }) => onlyUnder !== 'bdsg' || claimed === undefined || meets(claimed, view.best),
  );
  const isPublic = as !== 'fails' && isPublicEnough(view.dataSet.facts);
  return [
    ...releases.flatMap((exception) => exceptionSteps(exception, view)),
    ...(isPublic ? [ruleStep(publicCommunication, 'holds', view)] : []),
  ];
}

/** What would make the risk high, and what speaks against it. */
function graveSteps(as: Mark, view: View): readonly TraceStep[] {
  const carries = (aggravation: Aggravation) => as === 'fails' || applies(aggravation, as === 'holds' ? view.best : view.worst);
  const aggravations = distinct(carrying(as, view, HIGHEST).flatMap((area) => area.aggravations)).filter(carries);
  const weighed = aggravations.filter(({ all }) => all.every((condition) => meets(condition, view.worst)));
  const against = speakingAgainst(distinct(weighed.flatMap((aggravation) => aggravation.unless)), view);
  return [
    ...aggravations.flatMap((aggravation) => aggravationSteps(aggravation, view)),
    ...against.flatMap((exception) => exceptionSteps(exception, view)),
  ];
}

/** Art. 34(1): what would make the risk high, what speaks against it, and what takes the duty back. */
const informSteps = (as: Mark, view: View): readonly TraceStep[] => [...graveSteps(as, view), ...releaseSteps(as, view)];

/** Who notifies by the arrangement of Art. 26, where the data have several controllers. It releases nobody, and the step says so. */
function arrangementSteps(view: View): readonly TraceStep[] {
  const { dataSet, claim } = view;
  if (controllersOf(dataSet).length < 2) return [];
  if (dataSet.notifier === undefined) return [ruleStep(ARRANGEMENT.unnamed, 'open', view)];
  return [ruleStep(dataSet.notifier === claim.owedBy ? ARRANGEMENT.this : ARRANGEMENT.other, 'holds', view)];
}

/** Why it goes to this recipient, where that does not simply follow from the seat. */
function recipientSteps(view: View): readonly TraceStep[] {
  const { law, recipient } = view.claim;
  const { notice, controller } = law;
  if (notice.also !== undefined && recipient === secondAddressee(view.claim)) return [ruleStep(notice.also, 'holds', view)];
  const ground = notice.to === undefined ? controller?.competence : undefined;
  return ground === undefined ? [] : [ruleStep(COMPETENCE[ground], 'holds', view)];
}

/** By when; where the law names no hours, what people can plan by instead, told apart from the law. */
function deadlineSteps(as: Mark, view: View): readonly TraceStep[] {
  const { notice } = view.claim.law;
  const target = notice.hours === undefined ? [ruleStep(practiceTarget, as, view)] : [];
  const completion = notice.completion === undefined ? [] : [ruleStep(notice.completion, as, view)];
  return [ruleStep(notice.deadline, as, view), ...completion, ...target];
}

function stepsOf(as: Mark, view: View): readonly TraceStep[] {
  const { duty, law, recipient } = view.claim;
  switch (duty) {
    case 'art33-5':
      return [ruleStep(law.profile.record, as, view), ...breachSteps(view)];
    case 'art33-2':
      return [ruleStep(recipient === view.dataSet.worksFor ? tellProcessor : tellController, as, view), ...breachSteps(view)];
    case 'art33-1':
      return [
        ruleStep(law.notice.duty, as, view),
        ...(law.isReplaced ? [ruleStep(replacedByTelecomNotice, 'holds', view)] : []),
        ...(as === 'fails' ? [] : deadlineSteps(as, view)),
        ...recipientSteps(view),
        ...arrangementSteps(view),
        ...breachSteps(view),
        ...notifySteps(as, view),
      ];
    case 'art34-1':
      return [ruleStep(law.profile.persons, as, view), ...arrangementSteps(view), ...breachSteps(view), ...informSteps(as, view)];
  }
}

/** What to know beside a duty that is owed or presumed: it changes nothing. */
export function notesOf({ duty, law }: Claim, { facts }: DataSet): readonly Statement[] {
  const { hints } = law.profile;
  const ofLaw = hints.filter(
    ({ on, inCountry, inSector }) =>
      on === duty &&
      (inCountry ?? law.controller?.country) === law.controller?.country &&
      (inSector ?? law.controller?.sector) === law.controller?.sector,
  );
  return [
    ...ofLaw.map(({ id, says, cites }) => ({ id, says, cites })),
    ...(duty === 'art34-1' ? secrecyElsewhere(law, facts) : []),
  ];
}

/** The reasons for one duty as far as one data set goes; the first step is the duty itself with its result. */
export function trace(claim: Claim, as: Mark, dataSet: DataSet, input: AssessmentInput, ruleSet: RuleSet): readonly TraceStep[] {
  const { incident } = input.sheet;
  const answers = { ...dataSet.facts, ...incident };
  const asked = (Object.keys(answers) as FactName[]).filter((fact) => answers[fact] === UNKNOWN);
  const view: View = {
    input,
    ruleSet,
    dataSet,
    claim,
    best: ranksOf(incident, dataSet.facts, 'best'),
    worst: ranksOf(incident, dataSet.facts, 'worst'),
    unsettled: new Set([...openFactsOf(incident, dataSet.facts), ...asked]),
  };
  const role = dataSet.role === 'unknown' ? [ruleStep(roleUnclear, 'open', view)] : [];
  return [...stepsOf(as, view), ...role];
}
