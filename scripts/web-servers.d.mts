export function missingWebServers(): { label: string; packages: string[] }[];
export function startWebServer(
  name: 'nginx' | 'apache',
): Promise<{ origin: string; root: string; stop(): Promise<void> }>;
