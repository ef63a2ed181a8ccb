/** Of this project's extension, from the key in its manifest. */
declare const __EXTENSION_ID__: string;
