// Of which kind and period is the new summary? Its sentences then come from the records.
import { DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { call, newId } from '../../client/api.ts';
import { today } from '../../client/format.ts';
import { useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { learnNames } from '../../client/ui/name-book.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RefPicker } from '../../client/ui/ref-picker.tsx';
import { yearOf } from '../../domain/kernel/day.ts';

type Outline = 'A' | 'B' | 'C';
interface Plan {
  readonly outline: Outline;
  readonly campaign: string | null;
  readonly campaignName: string;
  readonly from: string;
  readonly until: string;
  /** null: as proposed. */
  readonly title: string | null;
}

/** '示范县2026年野生动物保护专项整治行动工作总结', '示范县2026年野生动物保护工作总结'. */
export function proposedTitle(county: string, plan: Omit<Plan, 'title'>): string {
  const name = plan.campaign && plan.campaignName ? plan.campaignName : `${yearOf(plan.until)}年野生动物保护`;
  return `${county}${name}工作总结`;
}

export function NewReport(props: { readonly campaign: string | null; readonly close: () => void }) {
  const { close } = props;
  const text = useText();
  const navigate = useNavigate();
  const { county, countyName } = useSession();
  const { act, busy } = useAct();
  const [error, setError] = useState<unknown>(null);
  const day = today();
  const [plan, setPlan] = useState<Plan>({
    outline: props.campaign ? 'B' : 'C',
    campaign: null,
    campaignName: '',
    from: `${yearOf(day)}-01-01`,
    until: `${yearOf(day)}-12-31`,
    title: null,
  });
  const patch = (more: Partial<Plan>) => setPlan((now) => ({ ...now, ...more }));
  const pick = async (id: string | null) => {
    if (!id) return patch({ campaign: null, campaignName: '' });
    const { row } = await call('record', { params: { county, kind: 'campaign', id } });
    const values = row.values as { name: string; from: string; until: string };
    learnNames({ [id]: values.name });
    patch({ campaign: id, campaignName: values.name, from: values.from, until: values.until });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the campaign of the address is taken once
  useEffect(() => {
    if (props.campaign) pick(props.campaign).catch(setError);
  }, []);
  const title = plan.title ?? proposedTitle(countyName, plan);
  const begin = async () => {
    setError(null);
    const id = newId();
    const { outline, campaign, from, until } = plan;
    try {
      await act('report.create', {
        id,
        outline,
        title: title.trim(),
        scope: { from, until, ...(campaign ? { campaign } : {}) },
      });
      navigate(`/report/${id}`);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Modal
      open
      onCancel={close}
      title={text('report.new')}
      okText={text('report.begin')}
      confirmLoading={busy}
      okButtonProps={{ disabled: title.trim() === '' }}
      onOk={() => void begin()}
      width={620}
    >
      <Form layout="vertical" component="div">
        <Form.Item label={text('report.kind')}>
          <Radio.Group
            className="outline-choice"
            value={plan.outline}
            onChange={(event) => patch({ outline: event.target.value as Outline })}
          >
            {(['A', 'B', 'C'] as const).map((outline) => (
              <Radio key={outline} value={outline}>
                <b>{text(`report.outline.${outline}`)}</b>
                <span className="quiet">{text(`report.outlineHint.${outline}`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item label={text(plan.outline === 'C' ? 'report.campaignMay' : 'report.campaign')}>
          <RefPicker
            kind="campaign"
            label={text('report.campaign')}
            {...(plan.campaign ? { value: plan.campaign } : {})}
            onChange={(id) => void pick(id).catch(setError)}
          />
        </Form.Item>
        <Form.Item label={text('report.period')}>
          <DatePicker.RangePicker
            allowClear={false}
            value={[dayjs(plan.from), dayjs(plan.until)]}
            onChange={(range) =>
              range?.[0] &&
              range[1] &&
              patch({ from: range[0].format('YYYY-MM-DD'), until: range[1].format('YYYY-MM-DD') })
            }
          />
        </Form.Item>
        <Form.Item label={text('report.column.title')}>
          <Input
            value={title}
            maxLength={200}
            aria-label={text('report.column.title')}
            onChange={(event) => patch({ title: event.target.value })}
          />
        </Form.Item>
        <ProblemNotice error={error} />
      </Form>
    </Modal>
  );
}
