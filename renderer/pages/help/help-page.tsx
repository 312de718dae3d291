import './help-page.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { legalTerms } from '../../parts/legal-terms.ts';
import { Page } from '../../parts/page.tsx';
import { keysInWords } from './keys-in-words.ts';
import { OutsidePages } from './outside-pages.tsx';

/** 帮助: what Juli is and is not, privacy, keys, words. */
export function HelpPage() {
  return (
    <Page title="帮助" isNarrow>
      <div className="stack">
        <Part title="怎么用">
          <ol className="help-list">
            <li>
              <strong>新建案件</strong>：回答几个问题，大约三分钟。
            </li>
            <li>
              <strong>放进证据</strong>：订单、付款、商品页、聊天记录的截图，拖进来就行，编号和目录会自动排好。
            </li>
            <li>
              <strong>补上还缺的</strong>：每一处“提示”都写着为什么要补、填在哪里。
            </li>
            <li>
              <strong>看文书、导出</strong>：打印出来交，或者把文字复制到网上的表格里。
            </li>
          </ol>
          <p>
            还没有头绪的话，先看一件做好的：回到<Link to="/">案件</Link>，打开标着“示例”的那一件。
          </p>
        </Part>
        <Part title="据理是什么，不是什么">
          <p>
            据理把您知道的事实整理成可以提交的材料：投诉书、起诉状、时间线、证据目录。它列出法律的规定和各个渠道的期限。
          </p>
          <p>
            <strong>据理提供的是法律信息，不是法律意见，也不代替律师。</strong>
            能不能退、退多少，要看协商、平台处理、调解的结果或者法院的判决，据理不保证结果。法律上没有定论的地方，会写明“有争议”。
          </p>
          <p>
            事实要由您确认。用过的卡密就写用过；提供虚假材料可能要承担法律责任。金额较大、事情复杂，或者快要过期限时，请咨询律师，或者拨打
            12348 公共法律服务热线。
          </p>
        </Part>
        <Part title="您的资料去了哪里">
          <p>
            <strong>哪里也没有去。</strong>
            案件和证据只存在这台电脑上。据理不联网，没有账号，没有统计，不把任何内容发给任何人。
          </p>
          <p>
            因此，换电脑、重装系统之前，请先到<Link to="/settings">设置</Link>
            做一次备份。导出的材料里有您的个人信息，只交给该收的单位和信得过的人。
          </p>
        </Part>
        <Part title="写错了、删错了怎么办">
          <p>每次修改都会自动保存，不用按“保存”。改错了可以一步步撤销，关掉再打开以后也可以。</p>
          <p>删除的案件先进回收站：在“案件”页上方选“回收站”，就能放回。</p>
        </Part>
        <Part title="快捷键">
          <dl className="help-pairs">
            {keysInWords.map(({ keys, does }) => (
              <div key={does}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">苹果电脑上，Ctrl 换成 ⌘。</p>
        </Part>
        <Part title="名词解释">
          <dl className="help-pairs help-terms">
            {Object.entries(legalTerms).map(([term, meaning]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Part>
        <Part title="官方网站">
          <OutsidePages />
        </Part>
      </div>
    </Page>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="help-part sheet" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
