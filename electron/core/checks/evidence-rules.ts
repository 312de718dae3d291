import type { CardKey, EvidenceItem, IssueKind } from '../../contract/case/case-file.ts';
import { evidenceGroupWords, filingBodyWords, issueWords, keyStateWords } from '../../contract/case/words.ts';
import { quote } from '../cases/found-text.ts';
import { parseProse } from '../cases/prose.ts';
import { writtenTexts } from '../cases/written-texts.ts';
import type { Law } from '../law/law.ts';
import { issueOf, neededGroups } from '../law/tables/issues.ts';
import { citedEvidence, citesEvidence } from './cited-evidence.ts';
import { namedExhibit } from './named-exhibit.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

const burdenOfProof = ['civil-procedure-67-1'];

/** Whoever asserts a fact proves it (民事诉讼法 67): what is told cites its exhibit, and every exhibit is cited. */
export const evidenceRules: readonly Rule[] = [
  { id: 'evidence.never-cited', severity: 'warning', provisions: ['evidence-rules-19-1'], find: neverCited },
  { id: 'evidence.group-empty', severity: 'warning', provisions: burdenOfProof, find: groupEmpty },
  { id: 'evidence.reference-unreadable', severity: 'warning', find: referenceUnreadable },
  { id: 'evidence.of-another-claimant', severity: 'warning', find: ofAnotherClaimant },
  { id: 'event.without-evidence', severity: 'warning', provisions: burdenOfProof, find: eventWithoutEvidence },
  { id: 'promise.without-evidence', severity: 'warning', provisions: burdenOfProof, find: promiseWithoutEvidence },
  { id: 'key.without-evidence', severity: 'warning', provisions: burdenOfProof, find: keyWithoutEvidence },
  { id: 'filing.without-evidence', severity: 'hint', provisions: burdenOfProof, find: filingWithoutEvidence },
];

function neverCited({ case: subject }: CheckInput): Match[] {
  const cited = citedEvidence(subject);
  return subject.evidence.flatMap(({ id, title }, index) =>
    cited.has(id)
      ? []
      : [
          {
            path: `evidence[${index}]`,
            message: `证据${namedExhibit(title)}没有被任何事实或诉求引用，看的人不知道它证明什么。请在相应的事件、诉求或陈述中引用它；与本案无关的，请移出。`,
          },
        ],
  );
}

function groupEmpty({ case: { issues, evidence }, law }: CheckInput): Match[] {
  const present = new Set(evidence.map(({ group }) => group));
  const needs = issues.map((issue) => ({ issue, groups: neededGroups(law.issues, issue) }));
  const lacking = [...new Set(needs.flatMap(({ groups }) => groups))].filter((group) => !present.has(group));
  const needed = lacking.map((group): Match => {
    const wanting = needs.filter(({ groups }) => groups.includes(group)).map(({ issue }) => issue);
    const examples = wanting.flatMap((issue) => requiredThings(law, issue, group));
    return {
      path: 'evidence',
      message: `没有“${evidenceGroupWords[group]}”一类的证据，${wanting.map((issue) => `“${issueWords[issue]}”`).join('')}的主张缺少支持。请补充，例如${[...new Set(examples)].join('；')}。`,
    };
  });
  if (present.has('communication') || lacking.includes('communication')) return needed;
  return [
    ...needed,
    {
      path: 'evidence',
      severity: 'hint',
      message: '没有“沟通记录”。如果已经和商家或平台联系过，请附上聊天记录或工单，可以说明何时提出、对方怎样答复。',
    },
  ];
}

function requiredThings({ issues }: Law, issue: IssueKind, group: EvidenceItem['group']): string[] {
  return issueOf(issues, issue)
    .checklist.filter((list) => list.group === group)
    .flatMap(({ things }) => things.filter(({ need }) => need === 'required').map(({ text }) => text));
}

/** A reference that misses its notation, or stands in a field that takes none, would print as it is typed. */
function referenceUnreadable({ case: subject }: CheckInput): Match[] {
  const plainFields =
    /(?:^title|\.(?:title|name|specification|label|subject|promisedIn|promisedText|actualText|note|carrier|reference))$/;
  return writtenTexts(subject).flatMap(({ path, text }) => {
    const rest = plainFields.test(path)
      ? text
      : parseProse(text)
          .map((segment) => (segment.kind === 'text' ? segment.text : ''))
          .join('');
    const written = /[{｛]\s*证据[^{}｛｝]{0,64}[}｝]?/u.exec(rest)?.[0];
    if (written === undefined) return [];
    return [
      {
        path,
        message: plainFields.test(path)
          ? `这里写了证据引用${quote(written)}，但这个字段不能放引用，会原样印出。请移到陈述、事件或诉求的文字里。`
          : `${quote(written)}没有写成证据引用的格式，会原样印出。请写成 {证据:编号}，用英文花括号，编号前后不留空格。`,
      },
    ];
  });
}

function eventWithoutEvidence({ case: { events } }: CheckInput): Match[] {
  return events.flatMap(({ evidence, text }, index) =>
    citesEvidence(evidence, text)
      ? []
      : [
          {
            path: `events[${index}].evidence`,
            message: `第${index + 1}条事件没有引用证据。对方不承认时难以证明，请引用能看出这件事的证据。`,
          },
        ],
  );
}

function promiseWithoutEvidence({ case: { promises } }: CheckInput): Match[] {
  return promises.flatMap(({ evidence, promised, performed, subject }, index) =>
    citesEvidence(evidence, promised, performed)
      ? []
      : [
          {
            path: `promises[${index}].evidence`,
            message: `“${subject}”一行没有引用证据。请引用能看出承诺内容和实际情况的证据，例如商品页和报错截图。`,
          },
        ],
  );
}

/** States in which something went wrong with the key, so that somebody has to see it. */
const adverseStates: readonly CardKey['state'][] = [
  'not-delivered',
  'partly-used',
  'used-before-delivery',
  'does-not-activate',
  'frozen',
];

function keyWithoutEvidence({ case: { keys } }: CheckInput): Match[] {
  return keys.flatMap(({ state, evidence, outcome }, index) =>
    !adverseStates.includes(state) || citesEvidence(evidence, outcome)
      ? []
      : [
          {
            path: `keys[${index}].evidence`,
            message: `第${index + 1}个卡密的状态是“${keyStateWords[state]}”，没有引用证据。请引用能看出这个状态的截图或录屏。`,
          },
        ],
  );
}

function filingWithoutEvidence({ case: { filings } }: CheckInput): Match[] {
  return filings.flatMap(({ body, evidence, answer }, index) =>
    citesEvidence(evidence, answer)
      ? []
      : [
          {
            path: `filings[${index}].evidence`,
            message: `已向${filingBodyWords[body]}提出一事没有引用证据。请引用工单、回执或聊天记录，能看出提出的时间和对方的答复。`,
          },
        ],
  );
}

/** In a group each proves what is theirs: another claimant's exhibit says nothing of this one's purchase. */
function ofAnotherClaimant({ case: { evidence, events, claims } }: CheckInput): Match[] {
  const owners = new Map(evidence.map(({ id, claimant }) => [id, claimant]));
  const rows = [
    ...events.map((row, index) => ({ ...row, path: `events[${index}].evidence`, what: `第${index + 1}条事件` })),
    ...claims.map((row, index) => ({ ...row, path: `claims[${index}].evidence`, what: `第${index + 1}项诉求` })),
  ];
  return rows.flatMap(({ claimant, evidence: cited, path, what }) =>
    cited.flatMap((id, place) => {
      const owner = owners.get(id);
      if (claimant === undefined || owner === undefined || owner === claimant) return [];
      return [
        {
          path: `${path}[${place}]`,
          message: `${what}属于“${claimant}”，引用的证据“${id}”属于“${owner}”。每位投诉人分开打印时会缺少这项证据，请核对归属，共用的证据请不写归属。`,
        },
      ];
    }),
  );
}
