// What does the archive of a case tell whoever opens it?
import type { FileRecord } from '../../domain/case/document-file.ts';
import type { TreeHead } from '../../domain/journal/row.ts';
import { dayOfInstant, formatDay } from '../../domain/kernel/day.ts';

export function readme(about: {
  readonly county: string;
  readonly record: FileRecord;
  readonly head: TreeHead;
  readonly keyId: string;
  readonly withheld: boolean;
  readonly at: string;
}): string {
  const { county, record, head, keyId, withheld, at } = about;
  return `案卷：${String(record.values.name ?? '')}
案号：${String(record.values.caseNo ?? record.no)}　账本：${county}
导出：${formatDay(dayOfInstant(at), 'zh')}

【内容】
封面、卷内目录　　　　　　　导出时按已签发文书生成
document/　　　　　　　　　每份已签发文书的各版：.docx 为签发时的原件，.html 供阅览，.json 为冻结的内容
record/records.json　　　　案件、线索、检查、收缴、处置、处罚等记录及其每一办理步骤
evidence/　　　　　　　　　证据照片等原件，文件名即其 SHA-256
proof/journal.ndjson　　　 以上记录、步骤、文书的每一条日志，各附其在日志树中的包含证明（RFC 9162，SHA-256）
proof/heads.json　　　　　 签名的树头（Ed25519），及以往树头的一致性证明
proof/key.pem　　　　　　　验证签名的公钥
manifest.json、manifest.sig　每个文件的大小和 SHA-256，及其签名
${withheld ? '\n来源线索的日志载有举报人信息，未收入本案卷。\n' : ''}
【怎样核验】
在任何一台装有“守野”程序的电脑上（不需要数据库，不需要联网）：
　　shouye verify 本文件.zip
核验内容：每个文件与清单一致，清单签名有效；每条日志在树中，树头签名有效；每条记录、每个步骤、每份文书与其日志一致，
一条不多、一条不少；压缩包中任何一个字节的改动都会被指出。

公钥随案卷附带，只能证明案卷自签发后未被改动；要证明它确由该县账本签发，请另行取得密钥号或以往的树头（工作总结页脚印有）：
　　shouye verify 本文件.zip --key ${keyId}
　　shouye verify 本文件.zip --head 行数:树根

本案卷的密钥号：${keyId}
本案卷的树头：${head.size}:${head.root}

本案卷含个人信息，请依法保管。
`;
}
