import { AutoComplete, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { NewCaseAnswers } from '../../../electron/contract/rpc/case-procedures.ts';
import { DateField } from '../../parts/date-field.tsx';
import { FieldLine } from '../../parts/field-line.tsx';
import { GrowingText } from '../../parts/growing-text.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { ChoiceCards } from './choice-cards.tsx';
import { IssueQuestion } from './issue-question.tsx';
import { bodyOptions, channelOptions, defenceOptions, goodsOptions, payerOptions } from './question-words.ts';

export interface QuestionProps {
  readonly answers: NewCaseAnswers;
  readonly change: (changed: Partial<NewCaseAnswers>) => void;
}

interface Question {
  readonly title: string;
  readonly lead: string;
  readonly Fields: (props: QuestionProps) => ReactNode;
}

/** One at a time, in this order. Only the problem itself must be answered. */
export const questions: readonly Question[] = [
  { title: '买了什么？', lead: '不确定的可以先空着，以后都能改。', Fields: Bought },
  { title: '花了多少钱？', lead: '付款用的手机应用的“账单”里、订单详情里都能查到。', Fields: Paid },
  { title: '出了什么问题？', lead: '这一题要选，可以选几项。据理按它准备证据清单和文书。', Fields: IssueQuestion },
  { title: '商家怎么说？', lead: '还没有联系，或者还没有回复，就直接到下一题。', Fields: Defences },
  { title: '已经找过谁？', lead: '都没有找过也没关系。日期记不清可以先空着。', Fields: Bodies },
  { title: '怎么称呼您？', lead: '写在文书的开头。身份证号、住址以后需要时再填。', Fields: Claimant },
];

function Bought({ answers: { bought }, change }: QuestionProps) {
  const set = (changed: Partial<NewCaseAnswers['bought']>) => change({ bought: { ...bought, ...changed } });
  return (
    <>
      <ChoiceCards
        name="哪一类商品"
        kind="one"
        choices={goodsOptions}
        chosen={[bought.kind]}
        onChange={([kind = bought.kind]) => set({ kind })}
      />
      <FieldLine label="商品名称" help="照订单上写的抄，例如：某某办公软件 永久激活码">
        {(field) => (
          <Input
            {...field}
            maxLength={200}
            value={bought.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        )}
      </FieldLine>
      <ChoiceCards
        name="在哪里买的"
        kind="one"
        choices={channelOptions}
        chosen={bought.channel === undefined ? [] : [bought.channel]}
        onChange={([channel]) => set(channel === undefined ? {} : { channel })}
      />
      {bought.channel === 'own-site' || bought.channel === 'private-chat' ? null : (
        <FieldLine label="平台名称" help="照应用或者网站的名字写，例如：某某商城、某某二手">
          {(field) => (
            <Input
              {...field}
              maxLength={200}
              value={bought.platform}
              onChange={({ target }) => set({ platform: target.value })}
            />
          )}
        </FieldLine>
      )}
      <FieldLine label="店铺或者商家的名称" help="店铺首页上的名字就可以；公司全称以后再查。">
        {(field) => (
          <Input
            {...field}
            maxLength={200}
            value={bought.shop}
            onChange={({ target }) => set({ shop: target.value })}
          />
        )}
      </FieldLine>
    </>
  );
}

function Paid({ answers: { bought }, change }: QuestionProps) {
  const set = (changed: Partial<NewCaseAnswers['bought']>) => change({ bought: { ...bought, ...changed } });
  return (
    <>
      <FieldLine label="一共付了多少" help="实际付的钱，用了优惠券的按优惠后的写。">
        {(field) => <MoneyField {...field} value={bought.price} onChange={(price) => set({ price })} />}
      </FieldLine>
      <FieldLine label="买了几份">
        {(field) => (
          <InputNumber
            {...field}
            min={1}
            max={100_000}
            precision={0}
            value={bought.quantity}
            onChange={(quantity) => set({ quantity: quantity ?? 1 })}
          />
        )}
      </FieldLine>
      <FieldLine label="哪一天付的" help="例如 2026-10-02、20261002，或者 10月2日">
        {(field) => <DateField {...field} value={bought.paidOn} onChange={(paidOn) => set({ paidOn })} />}
      </FieldLine>
      <FieldLine label="用什么付的">
        {(field) => (
          <AutoComplete
            {...field}
            options={payerOptions.map((value) => ({ value }))}
            value={bought.paidBy}
            onChange={(paidBy: string) => set({ paidBy: paidBy.slice(0, 200) })}
          />
        )}
      </FieldLine>
    </>
  );
}

function Defences({ answers: { answers }, change }: QuestionProps) {
  return (
    <>
      <ChoiceCards
        name="商家的说法（可以选几项）"
        kind="many"
        choices={defenceOptions}
        chosen={answers.map(({ kind }) => kind)}
        onChange={(kinds) =>
          change({ answers: kinds.map((kind) => answers.find((each) => each.kind === kind) ?? { kind, said: '' }) })
        }
      />
      {answers.map(({ kind, said }) => (
        <FieldLine
          key={kind}
          label={`商家的原话：${defenceOptions.find(({ value }) => value === kind)?.label ?? ''}`}
          help="照聊天记录抄，不用修改；记不清可以空着。"
        >
          {(field) => (
            <GrowingText
              {...field}
              value={said}
              onChange={({ target }) =>
                change({ answers: answers.map((each) => (each.kind === kind ? { kind, said: target.value } : each)) })
              }
            />
          )}
        </FieldLine>
      ))}
    </>
  );
}

function Bodies({ answers: { asked }, change }: QuestionProps) {
  return (
    <>
      <ChoiceCards
        name="找过的（可以选几项）"
        kind="many"
        choices={bodyOptions}
        chosen={asked.map(({ body }) => body)}
        onChange={(bodies) =>
          change({ asked: bodies.map((body) => asked.find((each) => each.body === body) ?? { body, filedOn: '' }) })
        }
      />
      {asked.map(({ body, filedOn }) => (
        <FieldLine key={body} label={`哪一天找的${bodyOptions.find(({ value }) => value === body)?.label ?? ''}`}>
          {(field) => (
            <DateField
              {...field}
              value={filedOn}
              onChange={(day) =>
                change({ asked: asked.map((each) => (each.body === body ? { body, filedOn: day } : each)) })
              }
            />
          )}
        </FieldLine>
      ))}
    </>
  );
}

function Claimant({ answers: { claimant }, change }: QuestionProps) {
  return (
    <FieldLine label="您的姓名" help="与身份证上一致；替别人（例如孩子）办理的，写那个人的姓名。">
      {(field) => (
        <Input
          {...field}
          maxLength={200}
          autoComplete="off"
          value={claimant}
          onChange={({ target }) => change({ claimant: target.value })}
        />
      )}
    </FieldLine>
  );
}
