// Which columns does the person want?
import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useSay, useText } from '../../client/i18n.ts';
import { defaultColumns } from '../../client/ui/record-table.tsx';
import type { Kind } from '../../domain/kernel/record.ts';

export function ColumnChooser(props: {
  readonly kind: Kind;
  readonly columns: readonly string[] | null;
  readonly onChange: (columns: readonly string[] | null) => void;
}) {
  const { kind, onChange } = props;
  const text = useText();
  const say = useSay();
  const shown = props.columns ?? defaultColumns(kind);
  const options = Object.entries(kind.fields).map(([name, field]) => ({
    value: name,
    label: say(field.label),
  }));
  const content = (
    <div className="columns">
      <Checkbox.Group
        options={options}
        value={[...shown]}
        onChange={(next) => {
          const kept = shown.filter((name) => next.includes(name));
          onChange([...kept, ...next.filter((name) => !kept.includes(name))]);
        }}
      />
      <Button type="link" size="small" onClick={() => onChange(null)}>
        {text('register.columnsReset')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button icon={<TableOutlined />}>{text('register.columns')}</Button>
    </Popover>
  );
}
