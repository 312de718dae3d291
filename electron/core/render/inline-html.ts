import { blankText, type Inline } from '../documents/inline.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** Runs of a paper as HTML. Everything that came from a case is escaped here or by Handlebars, nowhere else. */
export function inlineHtml(runs: readonly Inline[]): string {
  return runs.map(runHtml).join('');
}

function runHtml(run: Inline): string {
  switch (run.kind) {
    case 'text':
      return escapeHtml(run.text);
    case 'strong':
      return `<strong>${escapeHtml(run.text)}</strong>`;
    case 'blank':
      return `<span class="blank">${escapeHtml(blankText(run.label))}</span>`;
    case 'link':
      return `<a href="${escapeHtml(run.href)}">${escapeHtml(run.text)}</a>`;
    case 'break':
      return '<br>';
    case 'editable':
      return `<span data-at="${escapeHtml(run.at)}" data-state="${run.state}">${inlineHtml(run.runs)}</span>`;
  }
}
