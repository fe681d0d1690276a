/* JPEG. Of what a file says beside its pixels only the EXIF of a camera is
 * looked at. */
#include "picture/pixels.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jerror.h>
#include <jpeglib.h>

/* Each scan of a progressive file goes over all of the picture: some kilobytes
 * of empty ones would take hours. Programs that write some have ten. */
#define SCANS_MOST 64
#define QUALITY 90
#define EXIF_MARKER (JPEG_APP0 + 1)
#define EXIF_LEAD "Exif\0" /* and the zero that C puts behind it */

struct reading {
	struct jpeg_error_mgr errors; /* first: cast back from it */
	struct jpeg_progress_mgr progress;
	struct jpeg_decompress_struct info;
	jmp_buf out;
	const void *bytes;
	size_t length;
	struct cc_pixels *pixels;
	int turned;
};

static void
give_up(j_common_ptr info)
{
	longjmp(((struct reading *)info->err)->out, 1);
}

/* What the library goes on after with grey in place of what is lacking: half a
 * picture may be read as a whole one. */
static bool
loses_pixels(int code)
{
	return code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER ||
	       code == JWRN_HUFF_BAD_CODE || code == JWRN_MUST_RESYNC;
}

static void
heed_warning(j_common_ptr info, int level)
{
	if (level < 0 && loses_pixels(info->err->msg_code))
		give_up(info);
}

static void
count_scans(j_common_ptr info)
{
	if (((j_decompress_ptr)info)->input_scan_number > SCANS_MOST)
		give_up(info);
}

static void
find_turned(struct reading *reading)
{
	const size_t lead = sizeof EXIF_LEAD;

	for (jpeg_saved_marker_ptr marker = reading->info.marker_list;
	     marker != NULL; marker = marker->next) {
		if (marker->marker != EXIF_MARKER ||
		    marker->data_length < lead ||
		    memcmp(marker->data, EXIF_LEAD, lead) != 0)
			continue;
		reading->turned = cc_exif_turned(
		    marker->data + lead, marker->data_length - lead);
		return;
	}
}

static enum cc_picture_trouble
read_header(struct reading *reading)
{
	struct jpeg_decompress_struct *info = &reading->info;

	jpeg_create_decompress(info);
	info->progress = &reading->progress;
	reading->progress.progress_monitor = count_scans;
	jpeg_save_markers(info, EXIF_MARKER, 0xFFFF);
	jpeg_mem_src(info, reading->bytes, reading->length);
	jpeg_read_header(info, TRUE);
	reading->pixels->width = info->image_width;
	reading->pixels->height = info->image_height;
	if (!cc_pixels_fit(reading->pixels))
		return CC_PICTURE_LARGE;
	if (info->jpeg_color_space == JCS_CMYK ||
	    info->jpeg_color_space == JCS_YCCK)
		return CC_PICTURE_INKS;
	find_turned(reading);
	return CC_PICTURE_FINE;
}

static void
read_rows(struct reading *reading)
{
	struct jpeg_decompress_struct *info = &reading->info;
	struct cc_pixels *pixels = reading->pixels;
	const gsize row = (gsize)pixels->width * CC_RGB;

	info->out_color_space = JCS_RGB;
	jpeg_start_decompress(info);
	pixels->rgb = g_malloc_n(pixels->height, row);
	while (info->output_scanline < info->output_height) {
		JSAMPROW to = pixels->rgb + info->output_scanline * row;

		jpeg_read_scanlines(info, &to, 1);
	}
	jpeg_finish_decompress(info);
}

/* Its own function: what it changes lies outside of it, so that a jump back
 * leaves nothing undefined. */
static enum cc_picture_trouble
decode(struct reading *reading)
{
	enum cc_picture_trouble trouble;

	if (setjmp(reading->out) != 0)
		return CC_PICTURE_BROKEN;
	trouble = read_header(reading);
	if (trouble == CC_PICTURE_FINE)
		read_rows(reading);
	return trouble;
}

enum cc_picture_trouble
cc_jpeg_read(
    struct cc_pixels *pixels, const void *bytes, size_t length, int *turned)
{
	struct reading reading = {.bytes = bytes,
	    .length = length,
	    .pixels = pixels,
	    .turned = CC_UPRIGHT};
	enum cc_picture_trouble trouble;

	reading.info.err = jpeg_std_error(&reading.errors);
	reading.errors.error_exit = give_up;
	reading.errors.emit_message = heed_warning;
	trouble = decode(&reading);
	*turned = reading.turned;
	jpeg_destroy_decompress(&reading.info);
	if (trouble != CC_PICTURE_FINE)
		cc_pixels_finish(pixels);
	return trouble;
}

/* ---- writing ---- */

struct writing {
	struct jpeg_error_mgr errors; /* first: cast back from it */
	struct jpeg_compress_struct info;
	jmp_buf out;
	unsigned char *bytes;
	unsigned long length;
};

static void
give_up_writing(j_common_ptr info)
{
	longjmp(((struct writing *)info->err)->out, 1);
}

/* Colours as sharp as the greys: stained cells are told apart by them. */
static void
keep_colours(struct jpeg_compress_struct *info)
{
	for (int c = 0; c < info->num_components; c++)
		info->comp_info[c].h_samp_factor =
		    info->comp_info[c].v_samp_factor = 1;
}

static bool
encode(struct writing *writing, const struct cc_pixels *pixels)
{
	struct jpeg_compress_struct *info = &writing->info;
	const gsize row = (gsize)pixels->width * CC_RGB;

	if (setjmp(writing->out) != 0)
		return false;
	jpeg_create_compress(info);
	jpeg_mem_dest(info, &writing->bytes, &writing->length);
	info->image_width = pixels->width;
	info->image_height = pixels->height;
	info->input_components = CC_RGB;
	info->in_color_space = JCS_RGB;
	jpeg_set_defaults(info);
	if (cc_pixels_grey(pixels))
		jpeg_set_colorspace(info, JCS_GRAYSCALE);
	keep_colours(info);
	jpeg_set_quality(info, QUALITY, TRUE);
	info->optimize_coding = TRUE;
	jpeg_start_compress(info, TRUE);
	while (info->next_scanline < info->image_height) {
		JSAMPROW from = pixels->rgb + info->next_scanline * row;

		jpeg_write_scanlines(info, &from, 1);
	}
	jpeg_finish_compress(info);
	return true;
}

bool
cc_jpeg_write(const struct cc_pixels *pixels, GByteArray *to)
{
	struct writing writing = {0};
	bool done;

	writing.info.err = jpeg_std_error(&writing.errors);
	writing.errors.error_exit = give_up_writing;
	done = encode(&writing, pixels);
	if (done)
		g_byte_array_append(to, writing.bytes, (guint)writing.length);
	jpeg_destroy_compress(&writing.info);
	free(writing.bytes);
	return done;
}
