import './evidence-step.css';
import { FolderOpenOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Drawer, Input, Segmented, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { evidenceGroups } from '../../../../electron/contract/case/case-kinds.ts';
import { evidenceGroupWords } from '../../../../electron/contract/case/words.ts';
import { useDraftSelection } from '../../../draft/draft-context.tsx';
import { clearMark } from '../../../parts/clear-mark.tsx';
import { useWideEnough } from '../use-wide-enough.ts';
import { citationsIn } from './citations.ts';
import type { CardDesk } from './evidence-card.tsx';
import { entryName, evidenceEntries } from './evidence-entries.ts';
import { EvidenceGrid, type GridHandle } from './evidence-grid.tsx';
import { EvidenceSide, type SideView } from './evidence-side.tsx';
import { FileChoosers, type FileChoosersHandle } from './file-choosers.tsx';
import { troubleOfEntry } from './file-standing.ts';
import { type EvidenceFilter, filterEntries } from './filter-entries.ts';
import { IntakeReports } from './intake-reports.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useAskedEntry } from './use-asked-entry.ts';
import { useCitedWords } from './use-cited-words.ts';
import { useEvidenceActs } from './use-evidence-acts.ts';
import { useIncomingFiles } from './use-incoming-files.ts';
import { useIntakeDesk } from './use-intake-desk.ts';
import { useSelection } from './use-selection.ts';
import { useStoredFiles } from './use-stored-files.ts';
import { Viewer, type ViewerPlace } from './viewer.tsx';

const filterOptions: readonly { readonly value: EvidenceFilter; readonly label: string }[] = [
  { value: 'all', label: '全部' },
  ...evidenceGroups.map((value) => ({ value, label: evidenceGroupWords[value] })),
  { value: 'uncited', label: '还没被引用的' },
  { value: 'troubled', label: '打不开、印不出的' },
];

/** 证据: taken in, named, put in order, looked at. */
export function EvidenceStep({ caseId }: { readonly caseId: string }) {
  const entries = useDraftSelection(evidenceEntries);
  const citations = useDraftSelection(citationsIn);
  const files = useStoredFiles(caseId, entries);
  const acts = useEvidenceActs();
  const { desk: intake, intakes } = useIntakeDesk(caseId);
  const isOver = useIncomingFiles(intake.take);
  const isWide = useWideEnough();
  const heading = useRef<HTMLHeadingElement>(null);
  const choosers = useRef<FileChoosersHandle>(null);
  const grid = useRef<GridHandle>(null);
  const [filter, setFilter] = useState<EvidenceFilter>('all');
  const [text, setText] = useState('');
  const [isList, setList] = useState(false);
  const [side, setSide] = useState<SideView>('checklist');
  const [isSideOpen, setSideOpen] = useState(false);
  const [currentKey, setCurrent] = useState<string>();
  const [viewed, setViewed] = useState<ViewerPlace>();
  const [moving, setMoving] = useState<ReadonlySet<string>>();

  const shown = useMemo(
    () =>
      filterEntries(entries, filter, text, {
        isCited: ({ id }) => citations.has(id),
        hasTrouble: (entry) => troubleOfEntry(entry, files) !== undefined,
      }),
    [entries, filter, text, citations, files],
  );
  const lost = useMemo(
    () => entries.filter((entry) => troubleOfEntry(entry, files)?.isLost === true).length,
    [entries, files],
  );
  const order = useMemo(() => shown.map(({ key }) => key), [shown]);
  const selection = useSelection(order);
  const cited = useCitedWords(citations);
  const current = entries.find(({ key }) => key === currentKey);

  // Coming here by the list of steps, a reader hears where one is; a field that was asked for takes the focus itself.
  useEffect(() => {
    window.scrollTo({ top: 0 });
    if (document.activeElement?.closest('.step-list') == null) heading.current?.focus({ preventScroll: true });
  }, []);

  const latest = useRef({ shown, selection });
  useEffect(() => {
    latest.current = { shown, selection };
  });
  const desk = useMemo(
    (): CardDesk => ({
      acts,
      view: (key) => setViewed({ key, file: 0 }),
      showDetails(key, isToBeWritten) {
        setCurrent(key);
        setSide('details');
        setSideOpen(true);
        if (isToBeWritten === true) requestAnimationFrame(focusProves);
      },
      askPlace: (key) => setMoving(new Set([key])),
      select(key, isRange) {
        if (isRange) latest.current.selection.extend(key);
        else latest.current.selection.toggle(key);
      },
      focusNextTitle(key) {
        const all = latest.current.shown;
        const next = all[all.findIndex((entry) => entry.key === key) + 1];
        if (next !== undefined) grid.current?.focus(next.key, 'title');
      },
    }),
    [acts],
  );

  useAskedEntry((key) => {
    desk.showDetails(key);
    setFilter('all');
    setText('');
  });

  const isFiltered = filter !== 'all' || text.trim() !== '';
  const sidePanel = (
    <EvidenceSide
      caseId={caseId}
      view={current === undefined ? 'checklist' : side}
      onView={setSide}
      current={current}
      entries={entries}
      files={files}
      citations={current === undefined ? [] : (citations.get(current.id) ?? [])}
      onChoose={(group) => choosers.current?.chooseFiles({ group })}
      onAdd={(item) => choosers.current?.chooseFiles({ item })}
      onOpen={setViewed}
    />
  );
  return (
    <div className="evidence-step">
      <section className="evidence-main" aria-label="证据">
        <h2 className="questions-title" tabIndex={-1} ref={heading}>
          证据
        </h2>
        <div className={isOver ? 'evidence-take evidence-take-over' : 'evidence-take'}>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => choosers.current?.chooseFiles()}>
            添加文件
          </Button>
          <Button icon={<FolderOpenOutlined />} onClick={() => choosers.current?.chooseFolder()}>
            添加文件夹
          </Button>
          <span className="quiet">也可以把文件、文件夹拖到窗口里，或者按 Ctrl+V 粘贴截图。据理不会改动原件。</span>
        </div>
        <IntakeReports caseId={caseId} desk={intake} intakes={intakes} onTaken={files.refresh} />
        {entries.length === 0 ? null : (
          <div className="evidence-tools">
            <Input
              prefix={<SearchOutlined />}
              className="evidence-search"
              allowClear={clearMark}
              aria-label="在证据里找"
              placeholder="找名称、编号、说明"
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
            <Select<EvidenceFilter>
              aria-label="看哪些"
              value={filter}
              options={[...filterOptions]}
              popupMatchSelectWidth={false}
              onChange={setFilter}
            />
            <Segmented
              aria-label="怎么排"
              value={isList ? 'list' : 'grid'}
              options={[
                { value: 'grid', label: '图' },
                { value: 'list', label: '列表' },
              ]}
              onChange={(value) => setList(value === 'list')}
            />
            <span className="quiet" role="status">
              {isFiltered ? `找到 ${shown.length} 份，共 ${entries.length} 份` : `共 ${entries.length} 份`}
            </span>
            {isWide ? null : (
              <Button onClick={() => setSideOpen(true)}>{current === undefined ? '该收集什么' : '详细填写'}</Button>
            )}
          </div>
        )}
        {lost === 0 || filter === 'troubled' ? null : (
          <p className="evidence-lost" role="status">
            有 {lost} 份证据的原件不见了，打印时会缺。
            <Button type="link" size="small" onClick={() => setFilter('troubled')}>
              看是哪些
            </Button>
          </p>
        )}
        <SelectionBar selection={selection} acts={acts} onMove={() => setMoving(selection.keys)} />
        {isFiltered && shown.length === 0 ? <p>没有找到。换个词，或者选“全部”。</p> : null}
        <EvidenceGrid
          ref={grid}
          entries={shown}
          files={files}
          cited={cited}
          isList={isList}
          showsEmpty={!isFiltered}
          currentKey={currentKey}
          selection={selection}
          desk={desk}
          onCurrent={setCurrent}
          onChoose={(group) => choosers.current?.chooseFiles({ group })}
        />
        {entries.length === 0 ? null : <CardKeysHelp />}
      </section>
      {isWide ? (
        <aside className="evidence-side" aria-label={current === undefined ? '该收集什么' : entryName(current)}>
          {sidePanel}
        </aside>
      ) : (
        <Drawer title="证据" open={isSideOpen} onClose={() => setSideOpen(false)} size="large" destroyOnHidden>
          {sidePanel}
        </Drawer>
      )}
      {isOver ? (
        <div className="evidence-drop" aria-hidden="true">
          松开就放进来
        </div>
      ) : null}
      <FileChoosers ref={choosers} onFiles={intake.take} />
      <MoveDialog keys={moving} entries={entries} onMove={acts.moveTo} onClose={() => setMoving(undefined)} />
      {viewed === undefined ? null : (
        <Viewer
          caseId={caseId}
          place={viewed}
          entries={shown}
          files={files}
          acts={acts}
          onGo={setViewed}
          onClose={(key) => {
            setViewed(undefined);
            grid.current?.focus(key);
          }}
        />
      )}
    </div>
  );
}

/** In the details; they are drawn by the next frame. */
function focusProves(): void {
  document.querySelector<HTMLElement>('[data-field^="evidence["][data-field$=".proves"] textarea')?.focus();
}

function CardKeysHelp() {
  return (
    <details className="quiet small">
      <summary>只用键盘</summary>
      <p>
        方向键：换一份　回车：打开看　F2：改名称　Alt+方向键：移动　Shift+方向键：选几份　Ctrl+A：全选　Delete：移除　Ctrl+Z：撤销
      </p>
    </details>
  );
}
