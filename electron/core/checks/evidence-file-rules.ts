import { scanWord } from '../../contract/case/words.ts';
import { namedExhibit } from './named-exhibit.ts';
import type { CheckInput, FileState, Match, Rule } from './rule.ts';

/** What became of the files behind the evidence, and in which form they are handed in. */
export const evidenceFileRules: readonly Rule[] = [
  { id: 'evidence.file-missing', severity: 'error', find: fileMissing },
  { id: 'evidence.unusable', severity: 'warning', find: unusable },
  { id: 'evidence.file-twice', severity: 'hint', find: fileTwice },
  {
    id: 'evidence.copy-without-carrier',
    severity: 'hint',
    provisions: ['evidence-rules-11', 'evidence-rules-90'],
    find: copyWithoutCarrier,
  },
  {
    id: 'evidence.recording-without-carrier',
    severity: 'hint',
    provisions: ['evidence-rules-15'],
    find: recordingWithoutCarrier,
  },
  { id: 'evidence.sound-without-transcript', severity: 'hint', find: soundWithoutTranscript },
  { id: 'evidence.boxes-unplaced', severity: 'warning', find: boxesUnplaced },
  { id: 'evidence.scan-as-original', severity: 'warning', provisions: ['evidence-rules-11'], find: scanAsOriginal },
];

function fileMissing(input: CheckInput): Match[] {
  return filesWith(input, 'missing').map(({ path, title }) => ({
    path,
    message: `证据${namedExhibit(title)}的这个文件不在案件文件夹里，附件里会是一张说明页。请把文件放回原处，或改正路径。`,
  }));
}

function unusable(input: CheckInput): Match[] {
  return filesWith(input, 'placeholder').map(({ path, title, reason }) => ({
    path,
    message: `证据${namedExhibit(title)}的这个文件没有印进附件，只有一张说明页。${reason === undefined ? '请另存为 PNG、JPEG 或未加密的 PDF 再放进来' : `原因：${reason}`}。原文件也请保留。`,
  }));
}

function filesWith({ case: { evidence }, files }: CheckInput, status: FileState['status']) {
  return evidence.flatMap((item, index) =>
    item.files.flatMap((file, place) => {
      const state = files.get(file.path);
      if (state?.status !== status) return [];
      return [{ path: `evidence[${index}].files[${place}]`, title: item.title, reason: state.reason }];
    }),
  );
}

function fileTwice({ case: { evidence } }: CheckInput): Match[] {
  const first = new Map<string, string>();
  return evidence.flatMap(({ files, title }, index) =>
    files.flatMap(({ path }, place): Match[] => {
      const earlier = first.get(path);
      if (earlier === undefined) {
        first.set(path, title);
        return [];
      }
      return [
        {
          path: `evidence[${index}].files[${place}]`,
          message: `这个文件在证据${namedExhibit(earlier)}里已经用过，附件中会印两次。只需印一次的，请保留一处，另一处改为引用。`,
        },
      ];
    }),
  );
}

function copyWithoutCarrier({ case: { evidence } }: CheckInput): Match[] {
  return evidence.flatMap(({ form, carrier, title }, index) =>
    form !== 'copy' || (carrier ?? '').trim() !== ''
      ? []
      : [
          {
            path: `evidence[${index}].carrier`,
            message: `证据${namedExhibit(title)}是复制件，没有写明原件在哪里。无法与原件核对的复制件不能单独作为认定事实的根据，请写明原件或原始设备，并保管好。`,
          },
        ],
  );
}

/** Only for a hint: what a file is, its content says, and that is not looked at here. */
const namedSound = /\.(?:mp3|m4a|wav|amr|aac|ogg|opus|flac|wma)$/i;

const namedVideo = /\.(?:mp4|m4v|mov|webm|mkv|3gp|avi|wmv)$/i;

/** A copy of anything is asked for its carrier already. */
function recordingWithoutCarrier({ case: { evidence } }: CheckInput): Match[] {
  return evidence.flatMap(({ files, form, carrier, title }, index) =>
    form === 'copy' ||
    (carrier ?? '').trim() !== '' ||
    !files.some(({ path }) => namedSound.test(path) || namedVideo.test(path))
      ? []
      : [
          {
            path: `evidence[${index}].carrier`,
            message: `证据${namedExhibit(title)}是录音录像，没有写明原始载体。请写明用什么设备录的、现在由谁保管，并保留设备和原始文件。`,
          },
        ],
  );
}

/** Nobody in court reads a sound: what is said has to stand beside it. */
function soundWithoutTranscript({ case: { evidence } }: CheckInput): Match[] {
  return evidence.flatMap(({ files, title }, index) =>
    files.flatMap(({ path, transcript = [] }, place) =>
      !namedSound.test(path) || transcript.length > 0
        ? []
        : [
            {
              path: `evidence[${index}].files[${place}]`,
              message: `证据${namedExhibit(title)}的录音还没有文字整理，印出来只有文件信息。请把关键的话按原话写下来，或者导入转写软件的文字，法官和对方才好核对。`,
            },
          ],
    ),
  );
}

/** A redacted packet refuses such boxes (redaction/fitting-boxes.ts); better to know before. */
function boxesUnplaced({ case: { evidence }, files: states }: CheckInput): Match[] {
  return evidence.flatMap(({ files, title }, index) =>
    files.flatMap(({ path, redactions = [], drawnOn }, place) =>
      redactions.length === 0 || drawnOn !== undefined || states.get(path)?.isSet !== true
        ? []
        : [
            {
              path: `evidence[${index}].files[${place}]`,
              message: `证据${namedExhibit(title)}的这个文件没有固定的页面，上面的遮盖框可能盖错地方，遮盖版会因此停下。请移除这些框，把要遮的内容另存为 PDF 或截图，换下这个文件，再在上面画框。`,
            },
          ],
    ),
  );
}

function scanAsOriginal({ case: { evidence } }: CheckInput): Match[] {
  return evidence.flatMap(({ form, title }, index) => {
    const word = scanWord(title);
    if (form !== 'original' || word === undefined) return [];
    return [
      {
        path: `evidence[${index}].form`,
        message: `证据${namedExhibit(title)}的名称写明是${word}，又登记为原件。交给法院的是${word}，属于复制件：请改为复制件，在载体中写明原件由谁保存、可供核对。`,
      },
    ];
  });
}
