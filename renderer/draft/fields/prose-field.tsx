import './prose-field.css';
import { Input, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import { useDraftSelection } from '../draft-context.tsx';
import { textOf } from '../draft-values.ts';
import { exhibitList } from '../exhibit-list.ts';
import { FieldFrame } from '../field-frame.tsx';
import { pathText } from '../path-text.ts';
import { useField } from '../use-field.ts';
import type { FieldProps } from './field-props.ts';

const reference = /\{证据[:：]([^{}\s]{1,64})\}/gu;

/** Free text. References to evidence stand in it as `{证据:编号}` and are told in words below. */
export function ProseField({ spec, path }: FieldProps<'prose'>) {
  const [value, write] = useField(path, spec.label);
  const box = useRef<TextAreaRef>(null);
  const text = textOf(value);

  const insert = (id: string) => {
    const area = box.current?.resizableTextArea?.textArea;
    const start = area?.selectionStart ?? text.length;
    const mark = `{证据:${id}}`;
    write(text.slice(0, start) + mark + text.slice(area?.selectionEnd ?? start));
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(start + mark.length, start + mark.length);
    });
  };

  return (
    <FieldFrame spec={spec} place={pathText(path)} isWide>
      {({ id, 'aria-describedby': describedBy }) => (
        <div className="prose-field">
          <Input.TextArea
            ref={box}
            id={id}
            aria-describedby={describedBy}
            className="prose-field-box"
            value={text}
            {...(spec.placeholder === undefined ? {} : { placeholder: spec.placeholder })}
            onChange={({ target }) => write(target.value)}
          />
          {spec.cites === true ? <Citations label={spec.label} text={text} onInsert={insert} /> : null}
        </div>
      )}
    </FieldFrame>
  );
}

interface CitationsProps {
  readonly label: string;
  readonly text: string;
  readonly onInsert: (id: string) => void;
}

function Citations({ label, text, onInsert }: CitationsProps) {
  const exhibits = useDraftSelection(exhibitList);
  const cited = [...new Set([...text.matchAll(reference)].map((match) => match[1]))];
  if (exhibits.length === 0 && cited.length === 0) return null;
  return (
    <div className="prose-field-citations">
      <Select<string>
        aria-label={`在“${label}”里插入证据引用`}
        placeholder="插入证据引用"
        value={null}
        size="small"
        className="prose-field-insert"
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={exhibits.map((exhibit) => ({ value: exhibit.id, label: `${exhibit.name} ${exhibit.title}` }))}
        onSelect={onInsert}
      />
      {cited.map((id) => {
        const exhibit = exhibits.find((known) => known.id === id);
        return (
          <span key={id} className="chip">
            {exhibit === undefined ? `${id}（没有这份证据）` : `${exhibit.name} ${exhibit.title}`}
          </span>
        );
      })}
    </div>
  );
}
