// What is to be done in a case, and what belongs to it? Its page: the next step first, the file last.
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { NameBook } from '../../client/format.ts';
import { useText } from '../../client/i18n.ts';
import type { RecordOnWire } from '../../contract/api.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { ProgressPanel } from '../procedure/progress-panel.tsx';
import { AssessmentPanel } from './assessment-panel.tsx';
import './case.css';
import { CaseLine } from './case-line.tsx';
import { CasePenalties } from './case-penalties.tsx';
import { CaseSeizures } from './case-seizures.tsx';
import { CaseSource } from './case-source.tsx';
import { DocumentPanel } from './document-panel.tsx';

/** They stand in the address, so that a list can lead straight to one of them. */
const PARTS = ['handle', 'law', 'document', 'seizure', 'penalty', 'source', 'file'] as const;

/** `file` is what the ledger holds of the record: its fields, what refers to it, its history. */
export function CaseView(props: {
  readonly row: RecordOnWire;
  readonly names: NameBook;
  readonly file: ReactNode;
}) {
  const { row, names, file } = props;
  const text = useText();
  const values = row.values as Values;
  const [search, setSearch] = useSearchParams();
  const tab = PARTS.find((part) => part === search.get('part')) ?? 'handle';
  const setTab = (part: string) =>
    setSearch(
      (now) => {
        if (part === 'handle') now.delete('part');
        else now.set('part', part);
        return now;
      },
      { replace: true },
    );
  const { id } = row;
  return (
    <div className={`case-view at-${tab}`}>
      <CaseLine id={id} values={values} names={names} toAlarms={() => setTab('handle')} />
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'handle',
            label: text('case.handle'),
            children: <ProgressPanel kind="case" id={id} screens={{ assess: () => setTab('law') }} />,
          },
          {
            key: 'law',
            label: text('law.tab'),
            children: <AssessmentPanel id={id} toHandle={() => setTab('handle')} />,
          },
          { key: 'document', label: text('case.document'), children: <DocumentPanel id={id} /> },
          { key: 'seizure', label: text('case.seizure'), children: <CaseSeizures row={row} /> },
          { key: 'penalty', label: text('case.penalty'), children: <CasePenalties row={row} /> },
          { key: 'source', label: text('case.source'), children: <CaseSource values={values} id={id} /> },
          { key: 'file', label: text('case.file'), children: file },
        ]}
      />
    </div>
  );
}
