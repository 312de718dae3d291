/** A run of text inside a paper. Templates place runs with the `inline` helper and know no other markup. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  /** A fact the case does not hold yet; prints as 〔待填写：label〕. */
  | { readonly kind: 'blank'; readonly label: string }
  /** A link inside the packet, for example a living evidence reference. */
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** A line break that its author typed in a paragraph written by hand. */
  | { readonly kind: 'break' }
  /** In previews only: a paragraph that may be edited by hand, with where it stands in the model. */
  | { readonly kind: 'editable'; readonly at: string; readonly state: EditableState; readonly runs: readonly Inline[] };

/** Whose words a paragraph is; stale where the facts under words by hand have changed since. */
export type EditableState = 'original' | 'own' | 'stale';

/** Plain text as inline runs. */
export function text(content: string): Inline[] {
  return content === '' ? [] : [{ kind: 'text', text: content }];
}

/** Words that stand out, such as the name of a party before what is said of it. */
export function strong(content: string): Inline[] {
  return [{ kind: 'strong', text: content }];
}

/** Joins runs and plain strings into one line. */
export function joinInline(...parts: readonly (string | readonly Inline[])[]): Inline[] {
  return parts.flatMap((part) => (typeof part === 'string' ? text(part) : part));
}

/** Several lines in one, with a mark between them. */
export function listInline(lines: readonly (readonly Inline[])[], mark = '、'): Inline[] {
  return lines.flatMap((line, index) => (index === 0 ? line : joinInline(mark, line)));
}

/** What a reader sees, without markup: for alt text, Word and comparisons. */
export function plainText(runs: readonly Inline[]): string {
  return runs.map(plainRun).join('');
}

function plainRun(run: Inline): string {
  switch (run.kind) {
    case 'blank':
      return blankText(run.label);
    case 'break':
      return '\n';
    case 'editable':
      return plainText(run.runs);
    default:
      return run.text;
  }
}

export function blankText(label: string): string {
  return `〔待填写：${label}〕`;
}
