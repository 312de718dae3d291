import type { Case, Claim, EvidenceItem } from '../../contract/case/case-file.ts';
import { evidenceReferenceFields, fieldsAt, proseFields } from './case-fields.ts';
import { sumsOf } from './order-sums.ts';
import { referencesIn } from './prose.ts';

/** The case of one claimant out of a group, with the places its rows have in the whole case. */
export interface ClaimantCase {
  readonly case: Case;
  /** Claims of all together whose sum cannot be parted: their place in the whole case. Here they have no sum. */
  readonly undividedClaims: readonly number[];
  /** Evidence of other claimants that stays, because nothing else proves what it is named for. */
  readonly borrowedEvidence: readonly string[];
  /** The path in the whole case of a field of this one: `orders[0].number` → `orders[2].number`. */
  pathInWhole(path: string): string;
}

interface Kept<Row> {
  readonly rows: Row[];
  readonly places: readonly number[];
}

/**
 * What one claimant files alone: their own orders, keys, claims, events and evidence and those that belong to nobody
 * or to all. A row of another claimant is left out, with one exception: evidence that a remaining text names, or that
 * alone proves a remaining row. Throws a RangeError for a place where no claimant stands.
 */
export function caseForClaimant(file: Case, claimantIndex: number): ClaimantCase {
  const claimant = file.claimants[claimantIndex];
  if (claimant === undefined) throw new RangeError(`no claimant ${claimantIndex}`);
  const isTheirs = (owner: string | undefined) => owner === undefined || owner === claimant.id;
  const orders = keep(file.orders, (order) => isTheirs(order.claimant));
  const orderIds = new Set(orders.rows.map(({ id }) => id));
  const keys = keep(file.keys, ({ order }) => orderIds.has(order));
  const events = keep(file.events, (event) => isTheirs(event.claimant));
  const claims = keep(file.claims, (claim) => isTheirs(claim.claimant));
  const parted = claims.rows.map((claim) => partOf(file, claim, claimant.id));
  const othersEvidence = new Set(file.evidence.flatMap(({ id, claimant: owner }) => (isTheirs(owner) ? [] : [id])));
  // Words by hand about all of them are for one of them only where the paper would say the very same.
  const told = onlyWhatProves(
    {
      ...file,
      title: claimant.name === undefined ? file.title : `${file.title}（${claimant.name}）`,
      claimants: [claimant],
      representatives: [],
      overrides: file.claimants.length === 1 ? file.overrides : file.overrides.map((one) => ({ ...one, at: '' })),
      orders: orders.rows,
      keys: keys.rows,
      events: events.rows,
      claims: parted.map(({ claim }) => claim),
    },
    othersEvidence,
  );
  const named = namedEvidence(told, othersEvidence);
  const evidence = keep(file.evidence, ({ id }) => named.has(id) || !othersEvidence.has(id));
  const places: Readonly<Record<string, readonly number[]>> = {
    claimants: [claimantIndex],
    orders: orders.places,
    keys: keys.places,
    events: events.places,
    claims: claims.places,
    evidence: evidence.places,
  };
  const undivided = new Set(parted.flatMap(({ isParted }, index) => (isParted ? [] : [claims.places[index] ?? index])));
  return {
    case: {
      ...told,
      evidence: evidence.rows.map((item) => (othersEvidence.has(item.id) ? ownedByNobody(item) : item)),
    },
    undividedClaims: [...undivided],
    borrowedEvidence: evidence.rows.map(({ id }) => id).filter((id) => othersEvidence.has(id)),
    pathInWhole: (path) => {
      const whole = path.replace(/^([a-zA-Z]+)\[(\d+)\]/, (field, list: string, index: string) => {
        const place = places[list]?.[Number(index)];
        return place === undefined ? field : `${list}[${place}]`;
      });
      // What is to be filled in is whose claim it is; the sum of all stands there already.
      const open = /^claims\[(\d+)\]\.amount$/.exec(whole)?.[1];
      return open !== undefined && undivided.has(Number(open)) ? `claims[${open}].claimant` : whole;
    },
  };
}

/** Its owner is no claimant of this case. */
function ownedByNobody({ claimant: _, ...item }: EvidenceItem): EvidenceItem {
  return item;
}

function keep<Row>(rows: readonly Row[], belongs: (row: Row) => boolean): Kept<Row> {
  const places = rows.flatMap((row, index) => (belongs(row) ? [index] : []));
  return { rows: rows.filter(belongs), places };
}

/**
 * One claimant's part of a claim. A sum that all ask for together is parted only where it is nothing but what all of
 * them paid, or paid and did not get back, and every order is somebody's: then it is theirs by their own orders.
 */
function partOf(file: Case, claim: Claim, id: string | undefined): { claim: Claim; isParted: boolean } {
  if (file.claimants.length === 1 || claim.claimant !== undefined || claim.amount === undefined) {
    return { claim, isParted: true };
  }
  // The words and the calculation tell the sum of all.
  const { amount: _, text: __, calculation: ___, ...bare } = claim;
  const own = file.orders.filter((order) => order.claimant === id);
  const isAssigned = id !== undefined && file.orders.length > 0 && file.orders.every((order) => order.claimant);
  const sums = sumsOf(file.orders);
  const measure = (['outstanding', 'paid'] as const).find((sum) => sums[sum] === claim.amount);
  return isAssigned && measure !== undefined && claim.kind === 'refund'
    ? { claim: { ...bare, amount: sumsOf(own)[measure] }, isParted: true }
    : { claim: bare, isParted: false };
}

/** Each row without the evidence of others, unless that is all it has. */
function onlyWhatProves(file: Case, others: ReadonlySet<string>): Case {
  const proving = <Row extends { readonly evidence: string[] }>(row: Row): Row => {
    const own = row.evidence.filter((id) => !others.has(id));
    return own.length === 0 ? row : { ...row, evidence: own };
  };
  const { fraud, terms } = file;
  return {
    ...file,
    keys: file.keys.map(proving),
    promises: file.promises.map(proving),
    events: file.events.map(proving),
    claims: file.claims.map(proving),
    filings: file.filings.map(proving),
    defences: file.defences.map(proving),
    ...(fraud === undefined ? {} : { fraud: proving(fraud) }),
    terms: terms.noRefund === undefined ? terms : { ...terms, noRefund: proving(terms.noRefund) },
  };
}

/** Ids that the rows and texts of a case name, those in the texts of evidence that is named itself included. */
function namedEvidence(file: Case, others: ReadonlySet<string>): ReadonlySet<string> {
  const named = new Set(evidenceReferenceFields.flatMap((pattern) => idsAt(file, pattern)));
  for (const pattern of proseFields.filter((field) => !field.startsWith('evidence'))) {
    for (const id of textReferencesAt(file, pattern)) named.add(id);
  }
  const texts = new Map(
    file.evidence.map(({ id, source = '', proves = '' }) => [id, referencesIn(`${source}\n${proves}`)]),
  );
  const open = [...named, ...[...texts.keys()].filter((id) => !others.has(id))];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const further of texts.get(id) ?? []) {
      if (!named.has(further)) open.push(further);
      named.add(further);
    }
  }
  return named;
}

function idsAt(file: Case, pattern: string): string[] {
  return fieldsAt(file, pattern).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}

function textReferencesAt(file: Case, pattern: string): string[] {
  return idsAt(file, pattern).flatMap(referencesIn);
}
