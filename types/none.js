// khabar/react and khabar/vue are types alone; `import 'khabar/react'` brings nothing else.
export {};
