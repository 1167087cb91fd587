const PLACE = /\\\{(\w+)\\\}/g;

/** The English sentence with the details that the Vietnamese one, filled in by the hub, carries: both have the same `{places}`. */
export function inEnglish({ title, titleEn }: { title: string; titleEn: string }, filledIn: string): string {
  const names: string[] = [];
  const pattern = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(PLACE, (_place, name: string) => {
    names.push(name);
    return '(.*?)';
  });
  const found = new RegExp(`^${pattern}$`, 's').exec(filledIn);
  const details = new Map(names.map((name, index) => [name, found?.[index + 1]]));
  return titleEn.replace(/\{(\w+)\}/g, (_place, name: string) => details.get(name) ?? '…');
}
