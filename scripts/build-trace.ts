// Writes docs/trace.md: where each phrase of the seed summaries lives.
import { writeFileSync } from 'node:fs';
import { traceDocument } from '../src/domain/report/trace-table.ts';

writeFileSync(new URL('../docs/trace.md', import.meta.url), traceDocument());
