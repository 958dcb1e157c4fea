// What is wrong in the file, in which cell, and which rows shall be left out?
import { Button, Table, Tag } from 'antd';
import { useSay, useText } from '../../client/i18n.ts';
import type { ImportJobOnWire } from '../../contract/api.ts';

export function rowKey(sheet: string, row: number): string {
  return `${sheet}!${row}`;
}

export function IssueList(props: {
  readonly job: ImportJobOnWire;
  readonly excluded: ReadonlySet<string>;
  readonly setExcluded: (excluded: ReadonlySet<string>) => void;
}) {
  const { job, excluded, setExcluded } = props;
  const text = useText();
  const say = useSay();
  const wrong = new Set(
    job.issues.filter((issue) => issue.severity === 'error').map((issue) => rowKey(issue.sheet, issue.row)),
  );
  const toggle = (key: string) => {
    const next = new Set(excluded);
    if (!next.delete(key)) next.add(key);
    setExcluded(next);
  };
  const numbered = job.issues.map((issue, index) => ({ ...issue, index }));
  return (
    <section className="card">
      <div className="row-line" style={{ marginBottom: 10 }}>
        <h3>{text('import.issues')}</h3>
        {job.issueCount.error + job.issueCount.note > job.issues.length && (
          <span className="quiet">
            {text('import.firstOnly', {
              n: job.issues.length,
              total: job.issueCount.error + job.issueCount.note,
            })}
          </span>
        )}
        <span className="grow" />
        {wrong.size > 0 && (
          <Button size="small" onClick={() => setExcluded(new Set([...excluded, ...wrong]))}>
            {text('import.excludeAll', { n: wrong.size })}
          </Button>
        )}
        {excluded.size > 0 && <span className="quiet">{text('import.excluded', { n: excluded.size })}</span>}
      </div>
      {job.issues.length === 0 ? (
        <p className="quiet">{text('import.noIssues')}</p>
      ) : (
        <Table
          size="small"
          rowKey="index"
          dataSource={numbered}
          pagination={{ pageSize: 20, size: 'small', showSizeChanger: false, hideOnSinglePage: true }}
          scroll={{ x: 'max-content' }}
          rowClassName={(issue) => (excluded.has(rowKey(issue.sheet, issue.row)) ? 'withdrawn' : '')}
          columns={[
            {
              title: text('import.cell'),
              render: (_, issue) => (
                <span className="num">{issue.cell ? `${issue.sheet}!${issue.cell}` : issue.sheet}</span>
              ),
            },
            {
              title: text('import.what'),
              render: (_, issue) => (
                <span className="issue">
                  <Tag variant="filled" color={issue.severity === 'error' ? 'error' : 'default'}>
                    {text(issue.severity === 'error' ? 'import.error' : 'import.note')}
                  </Tag>
                  {say(issue.message)}
                </span>
              ),
            },
            {
              render: (_, issue) => {
                const key = rowKey(issue.sheet, issue.row);
                if (issue.row < 1 || issue.severity === 'note') return null;
                return (
                  <Button type="link" size="small" onClick={() => toggle(key)}>
                    {text(excluded.has(key) ? 'import.include' : 'import.exclude')}
                  </Button>
                );
              },
            },
          ]}
        />
      )}
    </section>
  );
}
