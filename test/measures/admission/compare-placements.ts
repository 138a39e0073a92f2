import { decideAdmission, type FamilyFacts } from '../../../knowledge/admission/decide.ts';
import { placeKey } from '../../../knowledge/admission/names.ts';
import { type KnownChild, placeByHand } from './naive-placement.ts';
import { type Draw, HIGHEST_HOUSE, RANDOM_DAY, randomChild, randomTable } from './random-cases.ts';

const CHILDREN_OF_A_TABLE = 20;

/** What the comparison came to. */
export interface Comparison {
  readonly cases: number;
  readonly placed: number;
  /** Children whom the rules and the evaluator by hand send to different places. */
  readonly differences: readonly string[];
  /** Partly known children who were sent to a school that the whole facts do not give. */
  readonly hasty: readonly string[];
}

/** Compares the rules with an evaluator written on its own, over random tables and children. */
export function comparePlacements(cases: number, draw: Draw): Comparison {
  const differences: string[] = [];
  const hasty: string[] = [];
  let placed = 0;
  let table = randomTable(draw);
  for (let number = 0; number < cases; number += 1) {
    if (number % CHILDREN_OF_A_TABLE === 0) table = randomTable(draw);
    const child = randomChild(table, draw);
    const facts = factsOf(child);
    const byRules = outcomeOf(facts);
    const byHand = placeByHand(table, child, RANDOM_DAY, HIGHEST_HOUSE);
    const words = () => JSON.stringify({ child, byRules, byHand, zones: table.zones, ages: table.ages });
    if (byRules !== byHand) differences.push(words());
    if (byRules !== 'staff') placed += 1;
    const partly = outcomeOf(forget(facts, draw));
    if (partly !== 'needs' && partly !== 'staff' && partly !== byHand) hasty.push(words());
  }
  return { cases, placed, differences, hasty };

  function outcomeOf(facts: FamilyFacts): string {
    const decision = decideAdmission(table, facts, RANDOM_DAY);
    if (decision.kind === 'placed') return [...decision.placement.zone.schools].sort().join(' + ');
    return decision.kind === 'needs' ? 'needs' : 'staff';
  }
}

function factsOf({ born, ward, neighbourhood, street, lane, house }: KnownChild): FamilyFacts {
  const day = born.map((part) => String(part).padStart(2, '0')).join('-');
  return {
    birth: { from: day, to: day },
    grade: null,
    address: { wards: [placeKey(ward)], neighbourhood, street: placeKey(street), lane, house },
    residence: 'permanent',
  };
}

/** The same family with something not said yet; the ward stays, because a house of a street lies in one only. */
function forget({ birth, address, ...facts }: FamilyFacts, draw: Draw): FamilyFacts {
  const year = birth?.from.slice(0, 4) ?? '';
  return {
    ...facts,
    birth: draw(2) === 0 ? birth : { from: `${year}-01-01`, to: `${year}-12-31` },
    address:
      address === null
        ? null
        : {
            ...address,
            neighbourhood: draw(2) === 0 ? null : address.neighbourhood,
            ...(draw(2) === 0 ? {} : { lane: null, house: null }),
            ...(draw(4) === 0 ? { street: null, lane: null, house: null } : {}),
          },
  };
}
