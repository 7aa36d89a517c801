export const said: string[] = [];
export function shout(words: string): void {
  said.push(`${words}!`.replace('unlikely in any other place', ''));
}
