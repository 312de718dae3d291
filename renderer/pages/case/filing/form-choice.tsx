import './form-choice.css';
import { Checkbox, Radio } from 'antd';
import { useId } from 'react';
import {
  type PacketForm,
  type PacketProfile,
  packetProfiles,
  profileForm,
} from '../../../../electron/contract/packet-form.ts';
import type { PacketChoice } from './packet-choice.ts';
import { Limit, VolumeChoice } from './size-choice.tsx';

const profileWords: Readonly<Record<PacketProfile, { readonly title: string; readonly why: string }>> = {
  court: { title: '提交法院', why: '图片保持原样，不压缩；打印、装订都合适。' },
  upload: { title: '网上提交', why: '整份不超过 10 MB；超过时把图片压到刚好够小。' },
};

type Switch = Extract<keyof PacketForm, 'separators' | 'duplex' | 'isCopy' | 'stamps' | 'pageNumbers'>;

const switches: readonly { readonly name: Switch; readonly title: string; readonly why: string }[] = [
  { name: 'duplex', title: '双面打印', why: '每一部分从右手页开始，装订边左右交替；空着的背面会写明。' },
  { name: 'separators', title: '每份证据前加一张隔页', why: '写着编号、名称和证明对象，证据多时好翻找。' },
  { name: 'stamps', title: '证据页上方印编号和名称', why: '翻到哪一页都知道是第几份证据。' },
  { name: 'pageNumbers', title: '印页码', why: '目录和证据目录按它找页；不印就要自己编。' },
  { name: 'isCopy', title: '这一份是副本', why: '封面和每页上方印“副本”，给对方当事人的用。' },
];

interface FormChoiceProps {
  readonly choice: PacketChoice;
}

/** How the packet is bound and printed: one press for what most people need, the rest folded away. */
export function FormChoice({ choice: { form, chooseForm } }: FormChoiceProps) {
  const id = useId();
  const versionId = useId();
  const profile = packetProfiles.find((one) => isProfile(form, one));
  const change = (changes: Partial<PacketForm>) => chooseForm({ ...form, ...changes });
  return (
    <section className="packet-section" aria-labelledby={id}>
      <h4 id={id}>做成什么样</h4>
      <Radio.Group
        aria-labelledby={id}
        value={profile ?? 'own'}
        options={[
          ...packetProfiles.map((value) => ({ value, label: profileWords[value].title })),
          ...(profile === undefined ? [{ value: 'own', label: '自己选的' }] : []),
        ]}
        onChange={({ target }) => {
          const chosen = packetProfiles.find((one) => one === target.value);
          if (chosen !== undefined) chooseForm({ ...profileForm(chosen), isRedacted: form.isRedacted });
        }}
      />
      <p className="quiet small">{profile === undefined ? '按您下面逐项选的来做。' : profileWords[profile].why}</p>
      <Radio.Group
        className="form-choice-version"
        aria-label="完整版还是遮盖版"
        aria-describedby={versionId}
        value={form.isRedacted}
        options={[
          { value: false, label: '完整版' },
          { value: true, label: '遮盖版' },
        ]}
        onChange={({ target }) => change({ isRedacted: target.value === true })}
      />
      <p className="quiet small" id={versionId}>
        {form.isRedacted
          ? '画了框的地方和卡密、证件号码等会真正删去，读不出来；姓名、住址照常保留，页码和证据编号都不变。给商家看的用这一版；提交法院的请用完整版。'
          : '证据照原样全部印出，文书里的卡密只显示一部分。提交法院、监管部门一般用这一版；法院会把副本交给对方，有不想让对方看到的内容，请先问立案窗口。'}
      </p>
      <details>
        <summary>更多选项</summary>
        <ul className="packet-list">
          <li>
            <PerSheet form={form} onChange={(perSheet) => change({ perSheet })} />
          </li>
          {switches.map(({ name, title, why }) => (
            <li key={name}>
              <Checkbox checked={form[name]} onChange={({ target }) => change({ [name]: target.checked })}>
                {title}
                <span className="packet-why quiet small">{why}</span>
              </Checkbox>
            </li>
          ))}
          <li>
            <VolumeChoice form={form} onChange={(volumes) => change({ volumes })} />
          </li>
          <li>
            <Limit
              title="整份文件不能太大"
              why="收材料的网站限制大小时用；只压缩图片：截图里的字会模糊一些，提交前请逐页看一遍；文书不受影响。"
              label="最多"
              unit="MB"
              value={form.budget}
              usual={10}
              least={0.5}
              onChange={(budget) => change({ budget })}
            />
          </li>
        </ul>
      </details>
    </section>
  );
}

/** Which version it is, is chosen beside the profile and is no part of it. */
function isProfile(form: PacketForm, profile: PacketProfile): boolean {
  const wanted = { ...profileForm(profile), isRedacted: form.isRedacted };
  const names = new Set([...Object.keys(wanted), ...Object.keys(form)]) as Set<keyof PacketForm>;
  return [...names].every((name) => JSON.stringify(form[name]) === JSON.stringify(wanted[name]));
}

interface PerSheetProps {
  readonly form: PacketForm;
  readonly onChange: (perSheet: PacketForm['perSheet']) => void;
}

function PerSheet({ form, onChange }: PerSheetProps) {
  const id = useId();
  return (
    <>
      <span id={id}>每页放几张手机截图</span>
      <Radio.Group
        className="form-choice-counts"
        aria-labelledby={id}
        value={form.perSheet}
        options={[
          { value: 1, label: '1 张' },
          { value: 2, label: '2 张' },
          { value: 4, label: '4 张' },
        ]}
        onChange={({ target }) => onChange(([1, 2, 4] as const).find((count) => count === target.value) ?? 1)}
      />
      <span className="packet-why quiet small">放得多省纸，字会小些；长截图、PDF 不受影响。</span>
    </>
  );
}
