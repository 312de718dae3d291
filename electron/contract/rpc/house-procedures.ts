import { oc } from '@orpc/contract';
import { z } from 'zod';
import { issueKinds, paperIds } from '../case/case-kinds.ts';
import { defaultLimits, evidenceLimits } from '../evidence-limits.ts';
import { caseId } from './case-procedures.ts';

/** The program itself: what it is and where it keeps things, its settings, its templates, what its host can do. */

export const about = z.strictObject({
  version: z.string(),
  host: z.enum(['desktop', 'loopback']),
  dataFolder: z.string(),
  /** The day on which the tables of the law were last checked. */
  lawCheckedOn: z.string(),
  /** Something is wrong with the data folder: what, what it means, what to do. Cases can still be read and exported. */
  warning: z.string().optional(),
  isReadOnly: z.boolean(),
  /** What the host can do beside the browser's own ways. */
  can: z.strictObject({
    saveAs: z.boolean(),
    reveal: z.boolean(),
    open: z.boolean(),
    dragOut: z.boolean(),
    /** Set documents in pages with LibreOffice, which is installed here. */
    office: z.boolean(),
  }),
  samples: z.array(z.strictObject({ name: z.string(), title: z.string() })),
  /** Words that stand in templates/law, not in the program. */
  issues: z.array(z.strictObject({ id: z.enum(issueKinds), name: z.string(), summary: z.string() })),
  papers: z.array(z.strictObject({ id: z.enum(paperIds), title: z.string(), when: z.string() })),
  platforms: z.array(z.string()),
});
export type About = z.output<typeof about>;

const settingFields = {
  limits: evidenceLimits,
  textSize: z.enum(['normal', 'large', 'larger']),
  theme: z.enum(['light', 'dark', 'system']),
  welcomeSeen: z.boolean(),
  /** Word files and tables are set in pages by the LibreOffice of this computer, where it has one. */
  usesOffice: z.boolean(),
};
export const settings = z.strictObject({
  textSize: settingFields.textSize.default('normal'),
  theme: settingFields.theme.default('light'),
  welcomeSeen: settingFields.welcomeSeen.default(false),
  limits: settingFields.limits.default(defaultLimits),
  usesOffice: settingFields.usesOffice.default(false),
});
export type Settings = z.output<typeof settings>;

export const templateFile = z.strictObject({
  /** `documents/refund-request.hbs`. */
  path: z.string(),
  title: z.string(),
  kind: z.enum(['document', 'partial', 'style']),
  isBuiltIn: z.boolean(),
  isOwn: z.boolean(),
  /** Typed, but not yet in use because something is wrong with it. */
  isUnfinished: z.boolean(),
});
export type TemplateFile = z.output<typeof templateFile>;

export const templateProblem = z.strictObject({
  path: z.string(),
  line: z.int().optional(),
  detail: z.string(),
  /** An error keeps a template from being used; a warning is for its author to weigh. */
  severity: z.enum(['error', 'warning']),
});
export type TemplateProblem = z.output<typeof templateProblem>;

/** Without defaults: a field that is not given stays as it is. */
const changedSettings = z.strictObject({
  textSize: settingFields.textSize.exactOptional(),
  theme: settingFields.theme.exactOptional(),
  welcomeSeen: settingFields.welcomeSeen.exactOptional(),
  limits: settingFields.limits.exactOptional(),
  usesOffice: settingFields.usesOffice.exactOptional(),
});

const templatePath = z.strictObject({ path: z.string().max(200) });

export const templateProcedures = {
  list: oc.output(z.array(templateFile)),
  read: oc.input(templatePath).output(templateFile.extend({ text: z.string(), builtIn: z.string().optional() })),
  /** Keeps what was typed. Only a template without problems is put to use; another waits as unfinished. */
  write: oc
    .input(templatePath.extend({ text: z.string().max(500_000) }))
    .output(z.strictObject({ problems: z.array(templateProblem) })),
  /** The paper with `text` as its template, on a real case. */
  preview: oc
    .input(templatePath.extend({ text: z.string().max(500_000), caseId }))
    .output(z.strictObject({ html: z.string().optional(), problems: z.array(templateProblem) })),
  /** Back to the built-in one. What was typed is returned, so that the window can offer to undo. */
  reset: oc.input(templatePath).output(z.strictObject({ removed: z.string().optional() })),
  import: oc
    .input(z.strictObject({ tickets: z.array(z.string()).min(1).max(500) }))
    .output(z.strictObject({ taken: z.array(z.string()), problems: z.array(templateProblem) })),
  /** One's own templates as a zip. Starts a job. */
  export: oc.output(z.strictObject({ job: z.string() })),
};

export const houseProcedures = {
  about: oc.output(about),
  settings: oc.output(settings),
  /** Only the fields that are given. */
  changeSettings: oc.input(changedSettings).output(settings),
  /** Everything in the data folder as one file. Starts a job. */
  backup: oc.output(z.strictObject({ job: z.string() })),
  /** Puts a backup in place of what is there, which is kept beside it. Starts a job. */
  restore: oc.input(z.strictObject({ ticket: z.string() })).output(z.strictObject({ job: z.string() })),
  /** Hands a result of a job to the host: a save dialog, its program, its folder. False when the user thought better of it. */
  handOver: oc
    .input(z.strictObject({ job: z.string(), index: z.int().min(0), to: z.enum(['save-as', 'open', 'reveal']) }))
    .output(z.strictObject({ done: z.boolean() })),
  /** Pages outside Juli that may be opened, by name; the host asks before it does. */
  openLink: oc.input(z.strictObject({ link: z.string().max(100) })).output(z.void()),
};
