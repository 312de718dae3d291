import type { Draft, Json } from '../../electron/contract/rpc/case-procedures.ts';
import type { LegalTerm } from '../parts/legal-terms.ts';
import type { JsonObject } from './draft-values.ts';

/** The questions of the workbench as data: what a field is called, where it stands in the draft, how it is asked. */

export interface FieldWords {
  /** Below its parent, with dots: `habitualResidence.address`. */
  readonly at: string;
  readonly label: string;
  /** One line: what to write, and where it is found. */
  readonly help?: string;
  /** When it must be there, in words: 起诉时需要. */
  readonly need?: string;
  /** Explained beside the label. */
  readonly term?: LegalTerm;
  /** Asked only here; what is filled in is always shown. `row` is the object the field belongs to. */
  readonly when?: (row: JsonObject, draft: Draft) => boolean;
  /** Folded away under 更多. */
  readonly isRare?: boolean;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

export type FieldSpec =
  | (FieldWords & {
      readonly kind: 'text';
      readonly placeholder?: string;
      readonly input?: 'tel' | 'email';
      /** Grows over the whole line. */
      readonly isWide?: boolean;
      readonly suggestions?: readonly string[];
    })
  | (FieldWords & { readonly kind: 'prose'; readonly placeholder?: string; readonly cites?: boolean })
  | (FieldWords & { readonly kind: 'money' })
  | (FieldWords & { readonly kind: 'count' })
  | (FieldWords & { readonly kind: 'day' })
  /** A day, or an instant; with `precisionAt` it may be 大概. */
  | (FieldWords & { readonly kind: 'moment'; readonly precisionAt?: string })
  | (FieldWords & { readonly kind: 'choice'; readonly options: readonly Option[]; readonly fallback?: string })
  | (FieldWords & { readonly kind: 'choices'; readonly options: readonly Option[] })
  | (FieldWords & { readonly kind: 'truth'; readonly yes?: string; readonly no?: string })
  | (FieldWords & { readonly kind: 'evidence' })
  /** An id of a row elsewhere, or several. */
  | (FieldWords & { readonly kind: 'reference'; readonly to: ReferenceTarget; readonly isMany?: boolean })
  | (FieldWords & {
      readonly kind: 'group';
      readonly fields: readonly FieldSpec[];
      /** What it begins with where it cannot begin empty. */
      readonly blank?: JsonObject;
      /** The button that opens it while nothing is in it: 填写经常居住地. */
      readonly add: string;
    })
  | (FieldWords & RowsSpec);

export type FieldOf<Kind extends FieldSpec['kind']> = Extract<FieldSpec, { kind: Kind }>;

export type ReferenceTarget = 'claimants' | 'respondents' | 'orders';

export interface RowsSpec {
  readonly kind: 'rows';
  /** 订单: 添加订单, 第2个订单. */
  readonly noun: string;
  readonly fields: readonly FieldSpec[];
  readonly blank: (draft: Draft) => Json;
  /** What a row is called while it is folded up. */
  readonly title: (row: JsonObject) => string;
  readonly isSortedByTime?: boolean;
  /** Said while there is none. */
  readonly empty?: string;
  readonly mostRows?: number;
}

/** A part of a step, with its own heading. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly fields: readonly FieldSpec[];
  readonly when?: (draft: Draft) => boolean;
  /** Closed until it is opened or something in it is filled in. */
  readonly isFolded?: boolean;
}
