// Which routes show the papers of a case and hand out its file?
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { App } from '../app.ts';
import { archiveCase } from '../case-archive/index.ts';
import { documentFile, listDocuments } from '../case-document/index.ts';
import { orRefuse, serve } from './register.ts';

/** Saved under its Chinese name (RFC 6266, 4.3). */
function named(
  reply: FastifyReply,
  how: 'inline' | 'attachment',
  file: string,
  ending: string,
): FastifyReply {
  return reply.header(
    'content-disposition',
    `${how}; filename="paper.${ending}"; filename*=UTF-8''${encodeURIComponent(file)}`,
  );
}

export function serveDocuments(server: FastifyInstance, app: App): void {
  serve(server, app, 'caseArchive', async ({ actor, params: { county, id }, reply }) => {
    const archive = orRefuse(await archiveCase(app, actor, county, id));
    return named(reply, 'attachment', archive.name, 'zip')
      .type('application/zip')
      .header('content-length', archive.size)
      .header('content-encoding', 'identity')
      .send(archive.stream());
  });

  serve(server, app, 'documents', async ({ actor, params: { county, id } }) =>
    orRefuse(await listDocuments(app, actor, county, id)),
  );

  serve(server, app, 'documentFile', async ({ actor, params: { county, id, name }, query, reply }) => {
    const file = orRefuse(await documentFile(app, actor, county, id, { name, ...query }));
    const how = query.format === 'docx' ? 'attachment' : 'inline';
    return named(reply, how, file.name, query.format).type(file.type).send(file.bytes);
  });
}
