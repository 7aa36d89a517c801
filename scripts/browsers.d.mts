export const READER_TIME_ZONE: string;
