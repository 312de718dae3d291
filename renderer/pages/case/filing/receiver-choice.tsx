import { Button, Select } from 'antd';
import { useId } from 'react';
import { mainPapers, type Stage } from '../stage-paper.ts';
import type { PacketChoice } from './packet-choice.ts';

const receiverWords: Readonly<Record<Stage, string>> = {
  negotiate: '商家',
  platform: '购物平台',
  'market-regulator': '市场监督管理部门（12315）',
  'consumer-association': '消费者协会',
  'payment-provider': '支付机构',
  court: '法院',
};

interface ReceiverChoiceProps {
  readonly choice: PacketChoice;
  readonly stage: Stage;
}

/** One press sets papers and parts for whoever is to get them. */
export function ReceiverChoice({ choice, stage }: ReceiverChoiceProps) {
  const id = useId();
  return (
    <section className="packet-section">
      <h4>
        <label htmlFor={id}>交给谁</label>
      </h4>
      <Select<Stage | 'own'>
        id={id}
        className="whole-line"
        value={choice.receiver ?? 'own'}
        options={[
          ...(Object.keys(mainPapers) as Stage[]).map((value) => ({ value, label: receiverWords[value] })),
          ...(choice.receiver === undefined ? [{ value: 'own' as const, label: '自己逐项选的' }] : []),
        ]}
        onChange={(value) => {
          if (value !== 'own') choice.prepareFor(value);
        }}
      />
      {choice.receiver === stage ? (
        <p className="quiet small">下面的文书和附件已经按它配好，也可以逐项改。</p>
      ) : (
        <p className="packet-differs small">
          这和现在走到的一步不一样。
          <Button type="link" size="small" onClick={() => choice.prepareFor(stage)}>
            改成交给{receiverWords[stage]}的
          </Button>
        </p>
      )}
    </section>
  );
}
