// What do the papers of cases take from the county: its mark, its bank, its court, its threshold for hearings?
import { Button, Form, Input, InputNumber } from 'antd';
import { type TextKey, useText } from '../../client/i18n.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { PAPER_AMOUNTS, PAPER_FIELDS, type PaperSetting } from '../../domain/case/document-setting.ts';
import { useSetting } from './use-setting.ts';

const HINTED: readonly string[] = ['code', 'pattern'];

export function PaperForm() {
  const text = useText();
  const { query, save, busy, problem } = useSetting('casePaper');
  return (
    <section className="card">
      <h3>{text('setting.paper')}</h3>
      <p className="sub">{text('setting.paperHint')}</p>
      {query.data && (
        <Form
          name="paper"
          key={query.dataUpdatedAt}
          layout="vertical"
          className="narrow-form"
          initialValues={(query.data.value ?? {}) as PaperSetting}
          onFinish={(value) => void save(value)}
        >
          {PAPER_FIELDS.map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={text(`setting.paper.${name}`)}
              extra={HINTED.includes(name) && text(`setting.paper.${name}Hint` as TextKey)}
            >
              <Input maxLength={200} />
            </Form.Item>
          ))}
          {PAPER_AMOUNTS.map((name) => (
            <Form.Item key={name} name={name} label={text(`setting.paper.${name}`)}>
              <InputNumber min={0} max={100_000_000} style={{ width: '100%' }} />
            </Form.Item>
          ))}
          <Button type="primary" htmlType="submit" loading={busy}>
            {text('common.save')}
          </Button>
        </Form>
      )}
      <ProblemNotice error={problem} />
    </section>
  );
}
