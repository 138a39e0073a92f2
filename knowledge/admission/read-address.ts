import { placeKey } from './names.ts';
import type { AdmissionTable } from './table.ts';
import { type Address, NOWHERE } from './zones.ts';

/** The names of a table by which an address is read. */
export interface PlaceNames {
  /** Keys of streets, the longest first. */
  readonly streets: readonly string[];
  /** Keys of today's wards by every name that people use. */
  readonly wards: ReadonlyMap<string, readonly string[]>;
}

/** An address in a text, or what shows that one is meant that the table does not know. */
export interface AddressRead {
  readonly address: Address | null;
  /** The words speak of a street, a lane or a house, but of no street or ward of the table. */
  readonly isElsewhere: boolean;
}

const HOUSE = '(?:so nha|so|sn|nha so|nha)';
const SPEAKS_OF_ADDRESS = /\b(?:ngo|ngach|hem|pho|duong|so nha|phuong|to dan pho|tdp|p) [a-z0-9]/;
const NEIGHBOURHOOD = /\b(?:to dan pho|to dp|tdp|to)(?: so)? ?(\d{1,3})\b/;
/** What may stand before a street's name, and is part of the address. */
const BEFORE_STREET = new RegExp(
  `(?:(?:${HOUSE} )?(\\d{1,4})[a-z]?(?:/\\d+[a-z]?)* (?:(?:ngach|hem) [\\d/]+[a-z]? )?)?(?:ngo|ng|kiet) (\\d{1,4})[a-z]?(?:/[\\d/]+[a-z]?)? (?:(?:duong|pho|d) )?$`,
);
const HOUSE_BEFORE = new RegExp(
  `(?:${HOUSE} )?\\b(\\d{1,4})[a-z]?(?:/(\\d{1,4})[a-z]?)?(?:/\\d+[a-z]?)* (?:(?:duong|pho|d) )?$`,
);
const AFTER_STREET = new RegExp(`^ (?:(?:ngo|ng) (\\d{1,4})|${HOUSE} (\\d{1,4}))\\b`);
const NUMBER_ALONE = new RegExp(
  `^(?:da )?(?:(ngo|ng) |${HOUSE} )?(\\d{1,4})[a-z]?(?:/(\\d{1,4})[a-z]?)?(?:/\\d+)*(?: (?:a|em|nhe))?$`,
);
const IS_WARD = /(?:^| )(?:phuong|p) $/;
const IS_STREET = /(?:^| )(?:pho|duong|d) $/;

const known = new WeakMap<AdmissionTable, PlaceNames>();

/** The names that a table knows, gathered once. */
export function placeNames(table: AdmissionTable): PlaceNames {
  const names = known.get(table) ?? gatherNames(table);
  known.set(table, names);
  return names;
}

function gatherNames(table: AdmissionTable): PlaceNames {
  const wards = new Map<string, Set<string>>();
  const add = (name: string, ward: string) => {
    const meant = wards.get(placeKey(name)) ?? new Set<string>();
    wards.set(placeKey(name), meant.add(placeKey(ward)));
  };
  // A name of today means today's ward alone, whatever former ward bore it.
  for (const { ward } of [...table.zones, ...table.wards]) add(ward, ward);
  const today = new Set(wards.keys());
  for (const { name, ward } of table.wards) if (!today.has(placeKey(name))) add(name, ward);
  const streets = new Set(table.zones.flatMap(({ street }) => (street === null ? [] : placeKey(street))));
  return {
    streets: [...streets].sort((one, other) => other.length - one.length),
    wards: new Map([...wards].map(([name, keys]) => [name, [...keys]])),
  };
}

/**
 * Reads an address from folded words («ngo 12 doi can p ngoc ha», «so 5 ngo 12 doi can», «12/5 doi can», «to 7»).
 * @param asked which number a message that is only a number gives
 */
export function readAddress(folded: string, names: PlaceNames, asked: 'number' | 'neighbourhood' | null): AddressRead {
  const text = folded.replaceAll('|', ' | ').replace(/ +/g, ' ').trim();
  if (asked !== null) {
    const alone = NUMBER_ALONE.exec(text);
    if (alone !== null) return { address: numberAlone(alone, asked), isElsewhere: false };
  }
  const neighbourhood = NEIGHBOURHOOD.exec(text)?.[1];
  const rest = neighbourhood === undefined ? text : text.replace(NEIGHBOURHOOD, '|');
  const streets = streetsIn(rest, names);
  const street = streets.find(({ isCertain }) => isCertain) ?? streets[0];
  const wards = wardIn(rest, names, street);
  const address: Address = {
    ...NOWHERE,
    ...street?.found,
    wards,
    neighbourhood: neighbourhood === undefined ? null : Number(neighbourhood),
  };
  const says = street !== undefined || wards !== null || neighbourhood !== undefined;
  return { address: says ? address : null, isElsewhere: !says && SPEAKS_OF_ADDRESS.test(text) };
}

function numberAlone([, lane, number, within]: RegExpExecArray, asked: 'number' | 'neighbourhood'): Address {
  if (asked === 'neighbourhood') return { ...NOWHERE, neighbourhood: Number(number) };
  if (lane !== undefined) return { ...NOWHERE, lane: Number(number) };
  // «12/5» is house 5 in lane 12.
  if (within !== undefined) return { ...NOWHERE, lane: Number(number), house: Number(within) };
  return { ...NOWHERE, house: Number(number) };
}

interface StreetRead {
  readonly at: number;
  readonly key: string;
  readonly found: Pick<Address, 'street' | 'lane' | 'house'>;
  /** A house, a lane or the word «phố» stands beside it; many streets share their name with a ward. */
  readonly isCertain: boolean;
}

function streetsIn(text: string, names: PlaceNames): readonly StreetRead[] {
  const reads: StreetRead[] = [];
  const taken: (readonly [number, number])[] = [];
  for (const key of names.streets) {
    for (let at = nextWhole(text, key, 0); at >= 0; at = nextWhole(text, key, at + key.length)) {
      const from = at;
      if (taken.some(([start, end]) => from < end && from + key.length > start)) continue;
      taken.push([at, at + key.length]);
      const before = text.slice(0, at);
      if (IS_WARD.test(before)) continue;
      const found = { street: key, ...numbersBeside(before, text.slice(at + key.length)) };
      const isCertain = found.lane !== null || found.house !== null || IS_STREET.test(before);
      reads.push({ at, key, found, isCertain });
    }
  }
  return reads.sort((one, other) => one.at - other.at);
}

function numbersBeside(before: string, after: string): Pick<Address, 'lane' | 'house'> {
  const inLane = BEFORE_STREET.exec(before);
  if (inLane !== null) return { lane: Number(inLane[2]), house: numberOrNull(inLane[1]) };
  const house = HOUSE_BEFORE.exec(before);
  if (house !== null)
    return house[2] === undefined
      ? { lane: null, house: Number(house[1]) }
      : { lane: Number(house[1]), house: Number(house[2]) };
  const behind = AFTER_STREET.exec(after);
  return { lane: numberOrNull(behind?.[1]), house: numberOrNull(behind?.[2]) };
}

function wardIn(text: string, names: PlaceNames, street: StreetRead | undefined): readonly string[] | null {
  const keys = [...names.wards.keys()].sort((one, other) => other.length - one.length);
  let bare: readonly string[] | null = null;
  for (const key of keys) {
    for (let at = nextWhole(text, key, 0); at >= 0; at = nextWhole(text, key, at + key.length)) {
      const wards = names.wards.get(key) ?? null;
      if (IS_WARD.test(text.slice(0, at))) return wards;
      const isTheStreet = street !== undefined && at >= street.at && at < street.at + street.key.length;
      if (!isTheStreet && !IS_STREET.test(text.slice(0, at))) bare ??= wards;
    }
  }
  return bare;
}

function nextWhole(text: string, key: string, from: number): number {
  for (let at = text.indexOf(key, from); at >= 0; at = text.indexOf(key, at + 1)) {
    if (!/[a-z0-9]/.test(text[at - 1] ?? ' ') && !/[a-z0-9]/.test(text[at + key.length] ?? ' ')) return at;
  }
  return -1;
}

function numberOrNull(written: string | undefined): number | null {
  return written === undefined ? null : Number(written);
}
