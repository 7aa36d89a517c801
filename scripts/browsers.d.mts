export const inCI: boolean;
export const READER_TIME_ZONE: string;
