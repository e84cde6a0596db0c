/* Our images are packed with zstd. The other unpackers stay out of the static program: one of them is under the GPL. */
int lzo1x_decompress_safe(void) { return -1; }
int LZ4_decompress_safe(void) { return -1; }
int lzma_stream_buffer_decode(void) { return 5; }
