// What will the edition for publication look like? Exactly the file the server writes, in a frame of its own.
import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { urlOf } from '../../client/api.ts';
import { useText } from '../../client/i18n.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';

export function RedactedView(props: { readonly id: string; readonly version: number }) {
  const { id, version } = props;
  const county = useCounty();
  const text = useText();
  const query = useQuery({
    queryKey: ['reportFile', county, id, version],
    queryFn: async ({ signal }) => {
      const url = urlOf('reportFile', { params: { county, id }, query: { format: 'html', redacted: true } });
      const response = await fetch(url, { credentials: 'same-origin', signal });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return response.text();
    },
  });
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Spin className="page-spin" />;
  return <iframe className="redacted" title={text('report.redacted')} sandbox="" srcDoc={query.data} />;
}
