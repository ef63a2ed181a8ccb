/// <reference types="@crxjs/vite-plugin/client" />

/** Origins of hosted apps, from GOUJI_APP_ORIGINS at build time: the only ones that may write to the extension directly. */
declare const __APP_ORIGINS__: readonly string[];
