import type { ChannelText } from '../../../../electron/contract/texts-result.ts';
import { CopyButton } from '../../../parts/copy-button.tsx';

/** Characters from which a text takes the whole line. */
const muchText = 150;

/** One box of a web form: its text, how long it is, and how sure its limits are. */
export function FormText({ field }: { readonly field: ChannelText['fields'][number] }) {
  const { name, text, count, maxLength, verified, omitted, notes } = field;
  // That a box is unverified stands beside its name, the limit beside the counter.
  const told = notes.filter((note) => !/^(?:未核实|公开脚本按)/u.test(note));
  return (
    <li className={count > muchText ? 'form-text form-text-long' : 'form-text'}>
      <h4>
        {name}
        {verified ? null : <span className="form-text-mark">未核实</span>}
      </h4>
      {text === '' ? (
        <p className="quiet">案件里没有可以填的内容，请看着页面自己填。</p>
      ) : (
        <>
          <textarea className="form-text-words" readOnly aria-label={`${name}：要填的文字`} value={text} />
          <div className="row">
            <CopyButton text={text} name={name} {...(maxLength === undefined ? {} : { most: maxLength })} />
            {maxLength === undefined ? <span className="quiet">{count} 字</span> : null}
            {omitted > 0 ? <span className="quiet small">放不下的 {omitted} 句没有写进来</span> : null}
          </div>
        </>
      )}
      {told.length === 0 ? null : <p className="quiet small">{told.join('；')}。</p>}
    </li>
  );
}
