import { useDraftSelection } from '../../../draft/draft-context.tsx';
import { isBlank, listAt } from '../../../draft/draft-values.ts';

interface PrintAdviceProps {
  readonly isForCourt: boolean;
  /** Laid out for both sides of the sheet. */
  readonly isDuplex: boolean;
}

/** How many to print: 证据规定 19 and 民事诉讼法 123 ask for copies by the number of opponents, and one for the court. */
export function PrintAdvice({ isForCourt, isDuplex }: PrintAdviceProps) {
  const opponents = useDraftSelection((draft) => listAt(draft, ['respondents']).filter((row) => !isBlank(row)).length);
  return (
    <section className="packet-section">
      <h4>打印几份</h4>
      {isForCourt ? (
        <p>
          交纸质材料的，请打印 <strong>{Math.max(opponents, 1) + 1} 份</strong>：法院 1 份，被告每人 1 份（现在写了{' '}
          {Math.max(opponents, 1)} 个被告）。自己最好再留 1
          份。给被告的那几份，可以在“更多选项”里勾“这一份是副本”再生成一次。网上立案的，上传 PDF 就可以。
        </p>
      ) : (
        <p>网上提交的，上传 PDF 就可以。交纸质材料的，按收材料的单位说的份数打印，自己留 1 份。</p>
      )}
      <p className="quiet small">
        用 A4 纸，按“实际大小”（100%）打印，不要缩放。
        {isDuplex ? '这一份按双面排好了：打印时选双面、沿长边翻转。' : '单面、双面都能看清；要装订的，单面更方便核对。'}
        在签名处亲笔签名、写日期。
      </p>
    </section>
  );
}
