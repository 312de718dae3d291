/** Whether a row is one claimant's: their own, or everybody's. Where no claimant is asked for, every row is. */
export function belongsTo(
  { claimant: owner }: { readonly claimant?: string | undefined },
  claimant: string | undefined,
): boolean {
  return claimant === undefined || owner === undefined || owner === claimant;
}
