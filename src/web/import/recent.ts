// Which imports did this browser begin? Their ids, so that one can be left and found again.

export interface RecentImport {
  readonly id: string;
  readonly county: string;
  readonly fileName: string;
  readonly at: string;
}

const KEY = 'shouye.imports';
const MOST = 20;

export function readRecent(county: string): RecentImport[] {
  try {
    const all = JSON.parse(localStorage.getItem(KEY) ?? '[]') as RecentImport[];
    return all.filter((item) => item.county === county);
  } catch {
    return [];
  }
}

function writeAll(change: (all: RecentImport[]) => RecentImport[]): void {
  let all: RecentImport[] = [];
  try {
    all = JSON.parse(localStorage.getItem(KEY) ?? '[]') as RecentImport[];
  } catch {
    // An unreadable list is begun anew; the imports themselves are on the server.
  }
  localStorage.setItem(KEY, JSON.stringify(change(all)));
}

export function rememberImport(item: RecentImport): void {
  writeAll((all) => [item, ...all.filter((other) => other.id !== item.id)].slice(0, MOST));
}

export function forgetImport(id: string): void {
  writeAll((all) => all.filter((item) => item.id !== id));
}
