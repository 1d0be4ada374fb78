"""The pictures: functions from a result and the room there is to a scene. Nothing here is kept between calls."""
