// What stands around the text: red head, number, addressee, signature, copies, imprint, and what is left open for publication?
import { Checkbox, DatePicker, Drawer, Form, Input, Segmented, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useText } from '../../client/i18n.ts';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { RedHead } from '../../domain/report/document.ts';
import { OUTLINES } from '../../domain/report/outlines.ts';
import type { ReportView } from './report-view.ts';
import type { Desk } from './use-report.ts';

interface HeadProps {
  readonly desk: Desk;
  readonly view: ReportView;
}

export function HeadForm(props: HeadProps & { readonly open: boolean; readonly close: () => void }) {
  const { open, close } = props;
  const text = useText();
  const narrow = useNarrow();
  return (
    <Drawer open={open} onClose={close} size={narrow ? '100%' : 460} title={text('report.head')}>
      <Form layout="vertical" component="div">
        <TitlePart {...props} />
        <RedHeadPart {...props} />
        <SignaturePart {...props} />
        <AttachmentPart {...props} />
        <ImprintPart {...props} />
        <RedactionPart {...props} />
      </Form>
    </Drawer>
  );
}

function Line(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly set: (value: string) => void;
  readonly hint?: string;
  readonly children?: ReactNode;
}) {
  return (
    <Form.Item label={props.label}>
      <Input
        value={props.value ?? ''}
        placeholder={props.hint ?? ''}
        aria-label={props.label}
        onChange={(event) => props.set(event.target.value)}
      />
      {props.children}
    </Form.Item>
  );
}

function TitlePart({ desk, view }: HeadProps) {
  const text = useText();
  const title = desk.edits.title?.length ? desk.edits.title : view.document.title;
  return (
    <Form.Item label={text('report.titleLines')}>
      <Input.TextArea
        autoSize
        value={title.join('\n')}
        aria-label={text('report.titleLines')}
        onChange={(event) =>
          desk.change((now) => ({ ...now, title: event.target.value.split('\n').slice(0, 6) }), 'title')
        }
      />
    </Form.Item>
  );
}

function RedHeadPart({ desk, view }: HeadProps) {
  const text = useText();
  const head = desk.edits.redHead === undefined ? view.document.redHead : (desk.edits.redHead ?? undefined);
  const put = (redHead: RedHead | null) => desk.change((now) => ({ ...now, redHead }), 'redHead');
  const set = (key: keyof RedHead) => (value: string) => {
    if (!head) return;
    const { [key]: _old, ...rest } = head;
    put((value === '' && key !== 'agency' ? rest : { ...head, [key]: value }) as RedHead);
  };
  return (
    <>
      <Form.Item label={text('report.redHead')}>
        <Switch
          checked={Boolean(head)}
          aria-label={text('report.redHead')}
          onChange={(on) => put(on ? { agency: `${view.document.issuer}文件` } : null)}
        />
      </Form.Item>
      {head && (
        <>
          <Line label={text('report.redAgency')} value={head.agency} set={set('agency')} />
          <Line
            label={text('report.docNo')}
            value={head.docNo}
            set={set('docNo')}
            hint={`示自然资发〔${view.document.signature.date.slice(0, 4)}〕12号`}
          />
          <Form.Item>
            <Checkbox
              checked={head.upward ?? false}
              onChange={(event) => put({ ...head, upward: event.target.checked })}
            >
              {text('report.upward')}
            </Checkbox>
          </Form.Item>
          {head.upward && <Line label={text('report.signer')} value={head.signer} set={set('signer')} />}
          <div className="form-row">
            <Line
              label={text('report.copyNo')}
              value={head.copyNo}
              set={(value) => set('copyNo')(value.replace(/\D/g, '').slice(0, 6))}
            />
            <Line label={text('report.secrecy')} value={head.secrecy} set={set('secrecy')} />
            <Line label={text('report.urgency')} value={head.urgency} set={set('urgency')} />
          </div>
        </>
      )}
    </>
  );
}

function SignaturePart({ desk, view }: HeadProps) {
  const text = useText();
  const signature = { ...view.document.signature, ...desk.edits.signature };
  return (
    <>
      <Line
        label={text('report.addressee')}
        value={desk.edits.addressee ?? view.document.addressee}
        set={(addressee) => desk.change((now) => ({ ...now, addressee }), 'addressee')}
        hint={text('report.addresseeHint')}
      />
      <div className="form-row">
        <Line
          label={text('report.signature')}
          value={signature.agency}
          set={(agency) =>
            desk.change((now) => ({ ...now, signature: { ...now.signature, agency } }), 'signature')
          }
        />
        <Form.Item label={text('report.date')}>
          <DatePicker
            allowClear={false}
            value={dayjs(signature.date)}
            onChange={(date) =>
              date &&
              desk.change(
                (now) => ({ ...now, signature: { ...now.signature, date: date.format('YYYY-MM-DD') } }),
                'date',
              )
            }
          />
        </Form.Item>
      </div>
      <Form.Item>
        <Checkbox
          checked={signature.sealed}
          onChange={(event) =>
            desk.change(
              (now) => ({ ...now, signature: { ...now.signature, sealed: event.target.checked } }),
              'sealed',
            )
          }
        >
          {text('report.sealed')}
        </Checkbox>
      </Form.Item>
      <Line
        label={text('report.notes')}
        value={desk.edits.notes ?? view.document.notes}
        set={(notes) => desk.change((now) => ({ ...now, notes }), 'notes')}
        hint={text('report.notesHint')}
      />
    </>
  );
}

function AttachmentPart({ desk }: HeadProps) {
  const text = useText();
  return (
    <Form.Item>
      <Checkbox
        checked={desk.edits.statistics ?? false}
        onChange={(event) =>
          desk.change((now) => ({ ...now, statistics: event.target.checked }), 'statistics')
        }
      >
        {text('report.attachStatistics')}
      </Checkbox>
    </Form.Item>
  );
}

function ImprintPart({ desk, view }: HeadProps) {
  const text = useText();
  const imprint =
    desk.edits.imprint === undefined ? view.document.imprint : (desk.edits.imprint ?? undefined);
  const put = (next: typeof imprint | null) =>
    desk.change((now) => ({ ...now, imprint: next ?? null }), 'imprint');
  const first = { issuer: `${view.document.issuer}办公室`, date: view.document.signature.date };
  return (
    <>
      <Form.Item label={text('report.imprint')}>
        <Switch
          checked={Boolean(imprint)}
          aria-label={text('report.imprint')}
          onChange={(on) => put(on ? first : null)}
        />
      </Form.Item>
      {imprint && (
        <>
          <Form.Item label={text('report.cc')}>
            <Select
              mode="tags"
              open={false}
              value={[...(imprint.cc ?? [])]}
              tokenSeparators={['，', ',', '、']}
              placeholder={text('field.textsHint')}
              onChange={(cc: string[]) => put({ ...imprint, cc })}
            />
          </Form.Item>
          <Line
            label={text('report.issuer')}
            value={imprint.issuer}
            set={(issuer) => put({ ...imprint, issuer })}
          />
          <Form.Item label={text('report.issuedOn')}>
            <DatePicker
              allowClear={false}
              value={dayjs(imprint.date)}
              onChange={(date) => date && put({ ...imprint, date: date.format('YYYY-MM-DD') })}
            />
          </Form.Item>
        </>
      )}
    </>
  );
}

/** What the edition for publication leaves open; single numbers are chosen at the number itself. */
function RedactionPart({ desk, view }: HeadProps) {
  const text = useText();
  const redaction = desk.edits.redaction ?? {};
  const policy = OUTLINES[view.report.outline].redaction;
  const put = (patch: typeof redaction) =>
    desk.change((now) => ({ ...now, redaction: { ...now.redaction, ...patch } }), 'redaction');
  return (
    <fieldset className="form-part">
      <legend>{text('report.redaction')}</legend>
      <Segmented
        value={redaction.mark ?? policy.mark}
        options={['xx', '**']}
        onChange={(mark) => put({ mark: mark as 'xx' | '**' })}
      />
      <p>
        <Checkbox
          checked={redaction.numbers ?? policy.numbers}
          onChange={(event) => put({ numbers: event.target.checked })}
        >
          {text('report.redactNumbers')}
        </Checkbox>
      </p>
      <p>
        <Checkbox
          checked={redaction.dates ?? policy.dates}
          onChange={(event) => put({ dates: event.target.checked })}
        >
          {text('report.redactDates')}
        </Checkbox>
      </p>
    </fieldset>
  );
}
